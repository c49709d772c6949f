<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Treffer</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>S&amp;eite</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Library panel</source>
        <translation>&amp;Bibliotheksleiste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Go to the folders</source>
        <translation>&amp;Zu den Ordnern</translation>
    </message>
    <message>
        <source>&amp;Look for changes</source>
        <translation>Nach &amp;Änderungen suchen</translation>
    </message>
    <message>
        <source>&amp;Pause or resume indexing</source>
        <translation>Indizieren &amp;anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop indexing</source>
        <translation>Indizieren &amp;beenden</translation>
    </message>
    <message>
        <source>Files with pro&amp;blems…</source>
        <translation>Dateien mit &amp;Problemen …</translation>
    </message>
    <message>
        <source>Pa&amp;use this folder</source>
        <translation>Diesen Ordner a&amp;nhalten</translation>
    </message>
    <message>
        <source>Look for &amp;changes in this folder</source>
        <translation>In diesem Ordner nach Änderungen &amp;suchen</translation>
    </message>
    <message>
        <source>Pa&amp;tterns of this folder…</source>
        <translation>&amp;Muster dieses Ordners …</translation>
    </message>
    <message>
        <source>&amp;Open this folder in the file manager</source>
        <translation>Diesen Ordner im Dateimanager ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Remove this folder from the library</source>
        <translation>Diesen Ordner aus der Bibliothek &amp;entfernen</translation>
    </message>
    <message>
        <source>Undo the remo&amp;val of a folder</source>
        <translation>Entfernen eines Ordners &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose …</translation>
    </message>
    <message>
        <source>&amp;Offline check…</source>
        <translation>&amp;Offline-Prüfung …</translation>
    </message>
    <message>
        <source>&amp;About GenericRAG</source>
        <translation>&amp;Über GenericRAG</translation>
    </message>
    <message>
        <source>&amp;Go to the search field</source>
        <translation>&amp;Zum Suchfeld</translation>
    </message>
    <message>
        <source>&amp;Offer completions</source>
        <translation>&amp;Ergänzungen anbieten</translation>
    </message>
    <message>
        <source>Filter by &amp;folder…</source>
        <translation>Nach &amp;Ordner filtern …</translation>
    </message>
    <message>
        <source>Filter by &amp;type…</source>
        <translation>Nach &amp;Typ filtern …</translation>
    </message>
    <message>
        <source>Filter by &amp;date…</source>
        <translation>Nach &amp;Datum filtern …</translation>
    </message>
    <message>
        <source>Filter by &amp;language…</source>
        <translation>Nach &amp;Sprache filtern …</translation>
    </message>
    <message>
        <source>&amp;Remove all filters</source>
        <translation>&amp;Alle Filter entfernen</translation>
    </message>
    <message>
        <source>&amp;How to search…</source>
        <translation>A&amp;rt der Suche …</translation>
    </message>
    <message>
        <source>&amp;What counts…</source>
        <translation>&amp;Gewichtung …</translation>
    </message>
    <message>
        <source>&amp;Next result</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>&amp;Previous result</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open at this p&amp;age</source>
        <translation>Auf dieser &amp;Seite öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy the passage</source>
        <translation>&amp;Textstelle kopieren</translation>
    </message>
    <message>
        <source>Copy the c&amp;itation</source>
        <translation>&amp;Quellenangabe kopieren</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>&amp;Nächste Fundstelle</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>&amp;Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Next p&amp;age</source>
        <translation>Nächste &amp;Seite</translation>
    </message>
    <message>
        <source>Previo&amp;us page</source>
        <translation>Vorige S&amp;eite</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation>&amp;Breite anpassen</translation>
    </message>
    <message>
        <source>Show the page as &amp;text</source>
        <translation>Seite als &amp;Text zeigen</translation>
    </message>
    <message>
        <source>&amp;Passages</source>
        <translation>&amp;Textstellen</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>&amp;Dokumente</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>&amp;Why this hit</source>
        <translation>&amp;Warum dieser Treffer</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>&amp;Wärmebild</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>Diese Suche &amp;speichern …</translation>
    </message>
    <message>
        <source>Go to the sa&amp;ved searches</source>
        <translation>Zu den &amp;gespeicherten Suchen</translation>
    </message>
    <message>
        <source>Rena&amp;me the saved search…</source>
        <translation>Gespeicherte Suche um&amp;benennen …</translation>
    </message>
    <message>
        <source>Remove the save&amp;d search</source>
        <translation>Gespeicherte Suche &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Earlier searches</source>
        <translation>&amp;Frühere Suchen</translation>
    </message>
    <message>
        <source>Forge&amp;t earlier searches</source>
        <translation>Frühere Suchen &amp;vergessen</translation>
    </message>
    <message>
        <source>Find what is li&amp;ke a file…</source>
        <translation>Finden, was einer Datei ähn&amp;elt …</translation>
    </message>
    <message>
        <source>T&amp;une to me…</source>
        <translation>An mich &amp;anpassen …</translation>
    </message>
    <message>
        <source>&amp;Export results…</source>
        <translation>Treffer e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Find &amp;similar passages</source>
        <translation>Ä&amp;hnliche Stellen finden</translation>
    </message>
    <message>
        <source>Find what is like this pa&amp;ge</source>
        <translation>Finden, was dieser Sei&amp;te ähnelt</translation>
    </message>
    <message>
        <source>Find what is like this &amp;document</source>
        <translation>Finden, was diesem Do&amp;kument ähnelt</translation>
    </message>
    <message>
        <source>Find what is like the selected te&amp;xt</source>
        <translation>Suchen, was dem markierten Te&amp;xt ähnelt</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>&amp;Weniger davon</translation>
    </message>
    <message>
        <source>This is righ&amp;t</source>
        <translation>Das ist rich&amp;tig</translation>
    </message>
    <message>
        <source>This is &amp;wrong</source>
        <translation>Das ist &amp;falsch</translation>
    </message>
    <message>
        <source>Ta&amp;ke the mark back</source>
        <translation>Mar&amp;kierung zurücknehmen</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{0}; a click removes it</source>
        <translation>{0}; ein Klick entfernt den Filter</translation>
    </message>
    <message>
        <source>Remove the filter: {0}</source>
        <translation>Filter entfernen: {0}</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Apple graphics processor</source>
        <translation>Apple-Grafikprozessor</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>In this program (Qdrant Edge)</source>
        <translation>In diesem Programm (Qdrant Edge)</translation>
    </message>
    <message>
        <source>In this program (local mode)</source>
        <translation>In diesem Programm (lokaler Modus)</translation>
    </message>
    <message>
        <source>Qdrant server</source>
        <translation>Qdrant-Server</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The program made a mistake and goes on. Your index and your files are safe. Please report it with the text below; it has no content of your documents, but may name folders.</source>
        <translation>Das Programm hat einen Fehler gemacht und läuft weiter. Ihr Index und Ihre Dateien sind sicher. Bitte melden Sie ihn mit dem Text unten; er enthält keine Inhalte Ihrer Dokumente, nennt aber vielleicht Ordner.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the report of this error</source>
        <translation>Den Bericht zu diesem Fehler kopieren</translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Changed between two days</source>
        <translation>Geändert zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To, with that day</source>
        <translation>&amp;Bis einschließlich</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>exact scores</source>
        <translation>genaue Wertung</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>left alone for a while</source>
        <translation>wird eine Weile in Ruhe gelassen</translation>
    </message>
    <message>
        <source>on trial</source>
        <translation>auf Probe</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Parts of the diagnostics</source>
        <translation>Teile der Diagnose</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Einbetten</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Retries and breakers</source>
        <translation>Wiederholungen und Sicherungen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Offline check</source>
        <translation>Offline-Prüfung</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The report names my &amp;folders, and files that stand in the log</source>
        <translation>Der Bericht nennt meine &amp;Ordner und Dateien, die im Protokoll stehen</translation>
    </message>
    <message>
        <source>Files searchable</source>
        <translation>Dateien durchsuchbar</translation>
    </message>
    <message>
        <source>Files waiting</source>
        <translation>Dateien, die warten</translation>
    </message>
    <message>
        <source>Files with problems</source>
        <translation>Dateien mit Problemen</translation>
    </message>
    <message>
        <source>Entries left out by rule</source>
        <translation>Nach Regeln ausgelassen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>the model is not in memory</source>
        <translation>das Modell ist nicht im Speicher</translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>Vectors on disk</source>
        <translation>Vektoren auf der Festplatte</translation>
    </message>
    <message>
        <source>Catalogue on disk</source>
        <translation>Katalog auf der Festplatte</translation>
    </message>
    <message>
        <source>Caches on disk</source>
        <translation>Zwischenspeicher auf der Festplatte</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>Frei auf dieser Festplatte</translation>
    </message>
    <message>
        <source>Memory of the engine</source>
        <translation>Speicher der Suchmaschine</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>GenericRAG {0}. Searches your own documents, on this computer alone.</source>
        <translation>GenericRAG {0}. Durchsucht Ihre eigenen Dokumente, nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>About GenericRAG</source>
        <translation>Über GenericRAG</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Drop to find what is like it.</source>
        <translation>Ablegen, um zu finden, was der Datei ähnlich ist.</translation>
    </message>
    <message>
        <source>Drop to search in it.</source>
        <translation>Loslassen, um darin zu suchen.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} Min.</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} Std.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Type what you are looking for.</source>
        <translation>Geben Sie ein, was Sie suchen.</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”.</source>
        <translation>Nichts gefunden zu „{0}“.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have not been read yet.</source>
        <translation>
            <numerusform>%n Datei ist noch nicht gelesen.</numerusform>
            <numerusform>%n Dateien sind noch nicht gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluationDialog</name>
    <message>
        <source>Tune to me</source>
        <translation>An mich anpassen</translation>
    </message>
    <message>
        <source>Mark results as right or wrong. Every search with a result that is right is asked again in each way, and it is measured how far above the right ones stand, from 0 to 1. From {0} such searches on, weights that do better are looked for; they are offered only if that is no luck.</source>
        <translation>Markieren Sie Ergebnisse als richtig oder falsch. Jede Suche mit einem richtigen Ergebnis wird auf jede Art noch einmal gestellt, und es wird gemessen, wie weit oben die richtigen stehen, von 0 bis 1. Ab {0} solchen Suchen wird nach besseren Gewichten gesucht; angeboten werden sie nur, wenn das kein Zufall ist.</translation>
    </message>
    <message>
        <source>What is marked</source>
        <translation>Was markiert ist</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Use these weights</source>
        <translation>Diese &amp;Gewichte verwenden</translation>
    </message>
    <message>
        <source>How well each way of searching does</source>
        <translation>Wie gut jede Art zu suchen ist</translation>
    </message>
    <message>
        <source>Way to search</source>
        <translation>Art zu suchen</translation>
    </message>
    <message>
        <source>Recall@10</source>
        <translation>Recall@10</translation>
    </message>
    <message numerus="yes">
        <source>%n results are marked</source>
        <translation>
            <numerusform>%n Ergebnis ist markiert</numerusform>
            <numerusform>%n Ergebnisse sind markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n searches with a right one</source>
        <translation>
            <numerusform>%n Suche mit einem richtigen</numerusform>
            <numerusform>%n Suchen mit einem richtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every marked search is asked again…</source>
        <translation>Jede markierte Suche wird noch einmal gestellt …</translation>
    </message>
    <message>
        <source>These weights are in use now; the settings have them.</source>
        <translation>Diese Gewichte gelten jetzt; sie stehen in den Einstellungen.</translation>
    </message>
    <message>
        <source>It waits as long as indexing is paused.</source>
        <translation>Es wartet, solange das Indexieren angehalten ist.</translation>
    </message>
    <message>
        <source>Search {0} of {1}</source>
        <translation>Suche {0} von {1}</translation>
    </message>
    <message>
        <source>Smart with meaning {0}, words {1}, precise {2}</source>
        <translation>Smart mit Bedeutung {0}, Wörter {1}, Genau {2}</translation>
    </message>
    <message>
        <source>These weights do better by {0} ({1} to {2}).</source>
        <translation>Diese Gewichte sind um {0} besser ({1} bis {2}).</translation>
    </message>
    <message numerus="yes">
        <source>Weights can be looked for after %n more searches.</source>
        <translation>
            <numerusform>Nach %n weiteren Suche kann nach Gewichten gesucht werden.</numerusform>
            <numerusform>Nach %n weiteren Suchen kann nach Gewichten gesucht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other weights are surely better than those in use.</source>
        <translation>Keine anderen Gewichte sind sicher besser als die jetzigen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>ExportResults</name>
    <message>
        <source>Export results</source>
        <translation>Treffer exportieren</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>Tabelle für Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>Markdown with page references (*.md)</source>
        <translation>Markdown mit Seitenangaben (*.md)</translation>
    </message>
    <message>
        <source>Citations as in BibTeX (*.bib)</source>
        <translation>Literaturangaben wie in BibTeX (*.bib)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Filter by folder</source>
        <translation>Nach Ordner filtern</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Filter by type of file</source>
        <translation>Nach Dateityp filtern</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Filter by date</source>
        <translation>Nach Datum filtern</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Filter by language</source>
        <translation>Nach Sprache filtern</translation>
    </message>
    <message>
        <source>Own range…</source>
        <translation>Eigener Zeitraum …</translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>Nichts auszuwählen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders of the library</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>cannot be reached now</source>
        <translation>gerade nicht erreichbar</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>no files yet</source>
        <translation>noch keine Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n files searchable</source>
        <translation>
            <numerusform>%n Datei durchsuchbar</numerusform>
            <numerusform>%n Dateien durchsuchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n mit Problemen</numerusform>
            <numerusform>%n mit Problemen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message numerus="yes">
        <source>%n files were indexed.</source>
        <translation>
            <numerusform>%n Datei wurde indexiert.</numerusform>
            <numerusform>%n Dateien wurden indexiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>Stopped. What was finished is searchable.</source>
        <translation>Angehalten. Was fertig war, ist durchsuchbar.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>{0} wird gelesen …</translation>
    </message>
    <message>
        <source>There is no search to save.</source>
        <translation>Es gibt keine Suche, die gespeichert werden könnte.</translation>
    </message>
    <message>
        <source>Show the page as text and select some of it first.</source>
        <translation>Zeigen Sie die Seite als Text und markieren Sie erst etwas davon.</translation>
    </message>
    <message>
        <source>Find what is like a file</source>
        <translation>Suchen, was einer Datei ähnelt</translation>
    </message>
    <message>
        <source>What is like {0}</source>
        <translation>Was {0} ähnelt</translation>
    </message>
    <message>
        <source>There are no results to export.</source>
        <translation>Es gibt keine Ergebnisse, die exportiert werden könnten.</translation>
    </message>
    <message numerus="yes">
        <source>%n results were written to {0}.</source>
        <translation>
            <numerusform>%n Ergebnis wurde in {0} geschrieben.</numerusform>
            <numerusform>%n Ergebnisse wurden in {0} geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Find an action or a key</source>
        <translation>Eine Aktion oder Taste finden</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>What is searchable</source>
        <translation>Was durchsuchbar ist</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder to search in</source>
        <translation>Einen Ordner zum Durchsuchen hinzufügen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Keep the folder in the library</source>
        <translation>Den Ordner in der Bibliothek behalten</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Es wird nachgesehen, was da ist …</translation>
    </message>
    <message>
        <source>No folder is searched in yet.</source>
        <translation>Noch wird kein Ordner durchsucht.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{0}&lt;/b&gt; files searchable</source>
        <translation>&lt;b&gt;{0}&lt;/b&gt; Dateien durchsuchbar</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>{0} Seiten</translation>
    </message>
    <message>
        <source>{0} waiting for text recognition</source>
        <translation>{0} warten auf Texterkennung</translation>
    </message>
    <message>
        <source>{0} waiting to be read</source>
        <translation>{0} warten darauf, gelesen zu werden</translation>
    </message>
    <message>
        <source>{0} with problems</source>
        <translation>{0} mit Problemen</translation>
    </message>
    <message>
        <source>Res&amp;ume this folder</source>
        <translation>Diesen Ordner &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Pa&amp;use this folder</source>
        <translation>Diesen Ordner a&amp;nhalten</translation>
    </message>
    <message>
        <source>“{0}” leaves the library. Its files stay.</source>
        <translation>„{0}“ verlässt die Bibliothek. Die Dateien bleiben.</translation>
    </message>
</context>
<context>
    <name>Like</name>
    <message>
        <source>like {0}</source>
        <translation>wie {0}</translation>
    </message>
    <message>
        <source>unlike {0}</source>
        <translation>nicht wie {0}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Open the settings file</source>
        <translation>Die Einstellungsdatei öffnen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
</context>
<context>
    <name>MarkedPage</name>
    <message>
        <source>Picture of the page</source>
        <translation>Bild der Seite</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Only what was found by words alone can be marked.</source>
        <translation>Markieren lässt sich nur, was allein mit Worten gefunden wurde.</translation>
    </message>
    <message>
        <source>{0} is not marked any more.</source>
        <translation>{0} ist nicht mehr markiert.</translation>
    </message>
    <message>
        <source>{0} is right.</source>
        <translation>{0} ist richtig.</translation>
    </message>
    <message>
        <source>{0} is wrong.</source>
        <translation>{0} ist falsch.</translation>
    </message>
</context>
<context>
    <name>ModeChoice</name>
    <message>
        <source>How to search</source>
        <translation>Art der Suche</translation>
    </message>
    <message>
        <source>Smart</source>
        <translation>Klug</translation>
    </message>
    <message>
        <source>All of the below together</source>
        <translation>Alles Folgende zusammen</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>The same thing in other words or languages</source>
        <translation>Dasselbe in anderen Worten oder Sprachen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>These very words, numbers or codes</source>
        <translation>Genau diese Wörter, Nummern oder Kürzel</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Every part of the question is matched</source>
        <translation>Jeder Teil der Frage hat seine Entsprechung</translation>
    </message>
</context>
<context>
    <name>ModelJobLine</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Measuring how long the change takes…</source>
        <translation>Es wird gemessen, wie lange der Wechsel dauert …</translation>
    </message>
    <message>
        <source>The connection was lost ({0}); trying again in {1}.</source>
        <translation>Die Verbindung ging verloren ({0}); neuer Versuch in {1}.</translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation>{0} von {1} MB</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>noch etwa {0}</translation>
    </message>
    <message>
        <source>Asking what there is</source>
        <translation>Es wird gefragt, was es gibt</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>{0} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Copying {0}</source>
        <translation>{0} wird kopiert</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>{0} wird geprüft</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>&amp;Use…</source>
        <translation>&amp;Verwenden …</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>&amp;Ordner importieren …</translation>
    </message>
    <message>
        <source>Import &amp;archive…</source>
        <translation>&amp;Archiv importieren …</translation>
    </message>
    <message>
        <source>&amp;Download BGE-M3…</source>
        <translation>BGE-M3 &amp;herunterladen …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Beendet.</translation>
    </message>
    <message>
        <source>The model is damaged: {0}</source>
        <translation>Das Modell ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>The model is whole.</source>
        <translation>Das Modell ist unversehrt.</translation>
    </message>
    <message>
        <source>Import a model&apos;s folder</source>
        <translation>Ordner eines Modells importieren</translation>
    </message>
    <message>
        <source>Import an archive of a model</source>
        <translation>Archiv eines Modells importieren</translation>
    </message>
    <message>
        <source>Archives ({0})</source>
        <translation>Archive ({0})</translation>
    </message>
    <message>
        <source>BGE-M3 is downloaded from the internet: about 2.3 GB. Nothing about you or your documents is sent. It can be stopped and goes on later.</source>
        <translation>BGE-M3 wird aus dem Internet heruntergeladen: etwa 2,3 GB. Nichts über Sie oder Ihre Dokumente wird gesendet. Es kann angehalten und später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The model {0} is there. Choose it and press Use.</source>
        <translation>Das Modell {0} ist da. Wählen Sie es aus und drücken Sie „Verwenden“.</translation>
    </message>
    <message>
        <source>Only the size could be checked of: {0}</source>
        <translation>Nur die Größe konnte geprüft werden bei: {0}</translation>
    </message>
    <message>
        <source>The model {0} is deleted from this computer.</source>
        <translation>Das Modell {0} wird von diesem Rechner gelöscht.</translation>
    </message>
    <message>
        <source>The new index needs {0} MB, and the disk has {1} MB free.</source>
        <translation>Der neue Index braucht {0} MB, und auf dem Datenträger sind {1} MB frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n passages are embedded anew</source>
        <translation>
            <numerusform>%n Abschnitt wird neu eingebettet</numerusform>
            <numerusform>%n Abschnitte werden neu eingebettet</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}. That takes about {1} ({2} passages a second, measured just now) and {3} MB of disk. The present model answers until it is done.</source>
        <translation>{0}. Das dauert etwa {1} ({2} Abschnitte in der Sekunde, gerade gemessen) und braucht {3} MB auf dem Datenträger. Bis dahin antwortet das jetzige Modell.</translation>
    </message>
    <message>
        <source>The environment variable BGE_M3_MODEL_NAME ({0}) wins over it.</source>
        <translation>Die Umgebungsvariable BGE_M3_MODEL_NAME ({0}) geht vor.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>ModelsTable</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Unfinished; the download can go on</source>
        <translation>Unvollständig; der Download kann weitergehen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Chosen; the library is changing to it</source>
        <translation>Gewählt; die Bibliothek wechselt zu ihm</translation>
    </message>
    <message>
        <source>Answers until the change is done</source>
        <translation>Antwortet, bis der Wechsel fertig ist</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The query is longer than the model can take; only its beginning was searched.</source>
        <translation>Die Anfrage ist länger, als das Modell aufnehmen kann; nur ihr Anfang wurde gesucht.</translation>
    </message>
    <message>
        <source>The model cannot run, so these passages were found by their words alone.</source>
        <translation>Das Modell kann nicht laufen; diese Stellen wurden allein über ihre Wörter gefunden.</translation>
    </message>
    <message>
        <source>No passage has these very words, so passages that come close are shown.</source>
        <translation>Kein Abschnitt enthält genau diese Wörter; gezeigt werden Abschnitte, die dem nahekommen.</translation>
    </message>
    <message>
        <source>There is nothing to look for but conditions, so all that meets them is listed.</source>
        <translation>Gesucht ist nichts, es gibt nur Bedingungen; aufgeführt ist alles, was sie erfüllt.</translation>
    </message>
    <message>
        <source>The example is long; passages from all over it were compared, not every one.</source>
        <translation>Das Beispiel ist lang; verglichen wurden Stellen aus allen seinen Teilen, nicht jede einzelne.</translation>
    </message>
</context>
<context>
    <name>OfflinePage</name>
    <message>
        <source>Loaded the model</source>
        <translation>Modell geladen</translation>
    </message>
    <message>
        <source>Indexed the sample documents</source>
        <translation>Beispieldokumente indiziert</translation>
    </message>
    <message>
        <source>Searched them</source>
        <translation>Darin gesucht</translation>
    </message>
    <message>
        <source>Drew a page</source>
        <translation>Eine Seite gezeichnet</translation>
    </message>
    <message>
        <source>Loads the model, indexes the sample documents, searches and draws a page in a process of its own, in which every attempt to reach a network is refused and written down; the connections that the system lists for it are watched, too. Where the system allows it, the process has no network at all. Your library is not touched.</source>
        <translation>Lädt das Modell, indiziert die Beispieldokumente, sucht und zeichnet eine Seite in einem eigenen Prozess, in dem jeder Versuch, ein Netz zu erreichen, abgelehnt und notiert wird; auch die Verbindungen, die das System für ihn nennt, werden beobachtet. Wo das System es erlaubt, hat der Prozess gar kein Netz. Ihre Bibliothek bleibt unberührt.</translation>
    </message>
    <message>
        <source>&amp;Start the check</source>
        <translation>Prüfung &amp;starten</translation>
    </message>
    <message>
        <source>Start the check</source>
        <translation>Prüfung starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Outcome of the check</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>What was done and attempted</source>
        <translation>Was getan und versucht wurde</translation>
    </message>
    <message>
        <source>✗ Attempted and refused: {0}</source>
        <translation>✗ Versucht und abgelehnt: {0}</translation>
    </message>
    <message>
        <source>✗ Connection: {0}</source>
        <translation>✗ Verbindung: {0}</translation>
    </message>
    <message>
        <source>✓ The system had taken every network away from it</source>
        <translation>✓ Das System hatte ihm jedes Netz genommen</translation>
    </message>
    <message>
        <source>The check failed: {0}</source>
        <translation>Die Prüfung ist fehlgeschlagen: {0}</translation>
    </message>
    <message>
        <source>No connection was opened or attempted.</source>
        <translation>Keine Verbindung wurde geöffnet oder versucht.</translation>
    </message>
    <message>
        <source>Something reached for a network; see below.</source>
        <translation>Etwas wollte ins Netz; siehe unten.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Beendet.</translation>
    </message>
</context>
<context>
    <name>Operator</name>
    <message>
        <source>these very words in a row</source>
        <translation>genau diese Wörter hintereinander</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>ohne dieses Wort</translation>
    </message>
    <message>
        <source>with this very word</source>
        <translation>mit genau diesem Wort</translation>
    </message>
    <message>
        <source>with one of the two</source>
        <translation>mit einem von beiden</translation>
    </message>
    <message>
        <source>words that begin like this</source>
        <translation>Wörter, die so beginnen</translation>
    </message>
    <message>
        <source>type of file, such as pdf</source>
        <translation>Dateityp, zum Beispiel pdf</translation>
    </message>
    <message>
        <source>folder, by name or path</source>
        <translation>Ordner, nach Name oder Pfad</translation>
    </message>
    <message>
        <source>part of the file&apos;s name</source>
        <translation>Teil des Dateinamens</translation>
    </message>
    <message>
        <source>language of the text</source>
        <translation>Sprache des Textes</translation>
    </message>
    <message>
        <source>changed on that day or later</source>
        <translation>geändert an diesem Tag oder später</translation>
    </message>
    <message>
        <source>changed before that day</source>
        <translation>geändert vor diesem Tag</translation>
    </message>
    <message>
        <source>page or pages, such as 3-5</source>
        <translation>Seite oder Seiten, zum Beispiel 3-5</translation>
    </message>
</context>
<context>
    <name>PageNote</name>
    <message>
        <source>About this page</source>
        <translation>Zu dieser Seite</translation>
    </message>
    <message>
        <source>Enter pass&amp;word…</source>
        <translation>Pass&amp;wort eingeben …</translation>
    </message>
    <message>
        <source>The page is locked with a password, here is its text.</source>
        <translation>Die Seite ist mit einem Passwort gesperrt; hier ist ihr Text.</translation>
    </message>
    <message>
        <source>The page cannot be drawn, here is its text. {0}</source>
        <translation>Die Seite lässt sich nicht zeichnen; hier ist ihr Text. {0}</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Enter the password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password of {0}</source>
        <translation>Passwort von {0}</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Try it on &amp;all locked files</source>
        <translation>Bei allen &amp;gesperrten Dateien versuchen</translation>
    </message>
    <message>
        <source>The password is kept in memory for this session only. The text of the file goes into the index and stays searchable.</source>
        <translation>Das Passwort bleibt nur für diese Sitzung im Arbeitsspeicher. Der Text der Datei kommt in den Index und bleibt durchsuchbar.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PatternsDialog</name>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Take &amp;only</source>
        <translation>&amp;Nur diese</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>One pattern a line, as in .gitignore, such as *.pdf or drafts/</source>
        <translation>Ein Muster je Zeile, wie in .gitignore, etwa *.pdf oder Entwürfe/</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>page {0}</source>
        <translation>Seite {0}</translation>
    </message>
    <message>
        <source>pages {0}</source>
        <translation>Seiten {0}</translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation>Folie {0}</translation>
    </message>
    <message>
        <source>sheet {0}</source>
        <translation>Tabelle {0}</translation>
    </message>
    <message>
        <source>picture {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <source>chapter {0}</source>
        <translation>Kapitel {0}</translation>
    </message>
    <message>
        <source>lines {0}</source>
        <translation>Zeilen {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>p. {0}</source>
        <translation>S. {0}</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>What suits the query</source>
        <translation>Was zur Anfrage passt</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Across languages</source>
        <translation>Über Sprachen hinweg</translation>
    </message>
    <message>
        <source>Exact wording</source>
        <translation>Genauer Wortlaut</translation>
    </message>
    <message>
        <source>A few words</source>
        <translation>Wenige Wörter</translation>
    </message>
    <message>
        <source>As set</source>
        <translation>Wie eingestellt</translation>
    </message>
</context>
<context>
    <name>PresetChoice</name>
    <message>
        <source>What counts in the search</source>
        <translation>Was bei der Suche zählt</translation>
    </message>
    <message>
        <source>What counts more: meaning, words or precision</source>
        <translation>Was mehr zählt: Bedeutung, Wörter oder Genauigkeit</translation>
    </message>
    <message>
        <source>Auto: {0}</source>
        <translation>Automatisch: {0}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The page is being drawn…</source>
        <translation>Die Seite wird gezeichnet …</translation>
    </message>
    <message>
        <source>State of the page</source>
        <translation>Stand der Seite</translation>
    </message>
    <message>
        <source>{0} (part)</source>
        <translation>{0} (Ausschnitt)</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Teil der Seite</translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Das Dokument öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the document in its folder</source>
        <translation>Das Dokument in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>More to do with this hit</source>
        <translation>Mehr zu diesem Treffer</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Which page is shown</source>
        <translation>Welche Seite zu sehen ist</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Which match is shown</source>
        <translation>Welche Fundstelle zu sehen ist</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show the page as text</source>
        <translation>Die Seite als Text zeigen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Show why this hit was found</source>
        <translation>Zeigen, warum dieser Treffer gefunden wurde</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Seite {0} von {1}</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>Fundstelle {0} von {1}</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Rechner verlässt</translation>
    </message>
    <message>
        <source>What is stored where</source>
        <translation>Was wo gespeichert ist</translation>
    </message>
    <message>
        <source>Texts, file names, page positions</source>
        <translation>Texte, Dateinamen, Stellen auf Seiten</translation>
    </message>
    <message>
        <source>Vectors of your passages</source>
        <translation>Vektoren Ihrer Textstellen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Log, without texts or searches</source>
        <translation>Protokoll, ohne Texte und Suchen</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>&amp;Open the data folder</source>
        <translation>Datenordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Your documents are only read, never changed or moved. There is no telemetry, no account and no update check. Diagnostics → Offline check proves that no connection is opened.</source>
        <translation>Ihre Dokumente werden nur gelesen, nie verändert oder verschoben. Es gibt keine Telemetrie, kein Konto und keine Suche nach Aktualisierungen. Diagnose → Offline-Prüfung beweist, dass keine Verbindung geöffnet wird.</translation>
    </message>
    <message>
        <source>The texts of your documents and searches are sent to {0}.</source>
        <translation>Die Texte Ihrer Dokumente und Suchen werden an {0} gesendet.</translation>
    </message>
    <message>
        <source>The vectors of your passages are sent to {0}.</source>
        <translation>Die Vektoren Ihrer Textstellen werden an {0} gesendet.</translation>
    </message>
    <message>
        <source>You asked for that on the page Advanced.</source>
        <translation>Sie haben das auf der Seite „Erweitert“ so eingestellt.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. The only connection the program can open by itself is the download of a model, and only after you pressed its button.</source>
        <translation>Nichts verlässt diesen Rechner. Die einzige Verbindung, die das Programm selbst öffnen kann, ist das Herunterladen eines Modells, und nur, nachdem Sie dessen Knopf gedrückt haben.</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Files that are not searchable</source>
        <translation>Dateien, die nicht durchsuchbar sind</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Enter &amp;password…</source>
        <translation>&amp;Passwort eingeben …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Every file is searchable.</source>
        <translation>Jede Datei ist durchsuchbar.</translation>
    </message>
    <message>
        <source>Enter the password, or index a copy without one.</source>
        <translation>Geben Sie das Passwort ein, oder indexieren Sie eine Kopie ohne Passwort.</translation>
    </message>
    <message>
        <source>Turn on “{0}” and try again</source>
        <translation>„{0}“ einschalten und erneut versuchen</translation>
    </message>
    <message>
        <source>Raise “{0}” to {1} and try again</source>
        <translation>„{0}“ auf {1} erhöhen und erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>only files of type {0}</source>
        <translation>nur Dateien vom Typ {0}</translation>
    </message>
    <message>
        <source>no files of type {0}</source>
        <translation>keine Dateien vom Typ {0}</translation>
    </message>
    <message>
        <source>only below the folder {0}</source>
        <translation>nur unterhalb des Ordners {0}</translation>
    </message>
    <message>
        <source>nothing below the folder {0}</source>
        <translation>nichts unterhalb des Ordners {0}</translation>
    </message>
    <message>
        <source>only files with {0} in their name</source>
        <translation>nur Dateien mit {0} im Namen</translation>
    </message>
    <message>
        <source>no files with {0} in their name</source>
        <translation>keine Dateien mit {0} im Namen</translation>
    </message>
    <message>
        <source>only texts in {0}</source>
        <translation>nur Texte auf {0}</translation>
    </message>
    <message>
        <source>no texts in {0}</source>
        <translation>keine Texte auf {0}</translation>
    </message>
    <message>
        <source>only on page {0}</source>
        <translation>nur auf Seite {0}</translation>
    </message>
    <message>
        <source>not on page {0}</source>
        <translation>nicht auf Seite {0}</translation>
    </message>
    <message>
        <source>changed on {0} or later</source>
        <translation>geändert am {0} oder später</translation>
    </message>
    <message>
        <source>changed before {0}</source>
        <translation>geändert vor dem {0}</translation>
    </message>
    <message>
        <source>“{0}” is not a date and was left out</source>
        <translation>„{0}“ ist kein Datum und wurde ausgelassen</translation>
    </message>
    <message>
        <source>“{0}” is not a page number and was left out</source>
        <translation>„{0}“ ist keine Seitenzahl und wurde ausgelassen</translation>
    </message>
    <message>
        <source>looking for “{0}”</source>
        <translation>gesucht wird „{0}“</translation>
    </message>
    <message>
        <source>listing files</source>
        <translation>Dateien werden aufgeführt</translation>
    </message>
    <message>
        <source>with the word “{0}”</source>
        <translation>mit dem Wort „{0}“</translation>
    </message>
    <message>
        <source>with exactly “{0}”</source>
        <translation>mit genau „{0}“</translation>
    </message>
    <message>
        <source>with a word that begins with “{0}”</source>
        <translation>mit einem Wort, das mit „{0}“ beginnt</translation>
    </message>
    <message>
        <source>preferably with exactly “{0}”</source>
        <translation>möglichst mit genau „{0}“</translation>
    </message>
    <message>
        <source>with one of {0}</source>
        <translation>mit einem von {0}</translation>
    </message>
    <message>
        <source>without the word “{0}”</source>
        <translation>ohne das Wort „{0}“</translation>
    </message>
    <message>
        <source>without “{0}”</source>
        <translation>ohne „{0}“</translation>
    </message>
    <message>
        <source>without words that begin with “{0}”</source>
        <translation>ohne Wörter, die mit „{0}“ beginnen</translation>
    </message>
    <message>
        <source>a quotation mark is not closed and was ignored</source>
        <translation>ein Anführungszeichen ist nicht geschlossen und wurde übergangen</translation>
    </message>
    <message>
        <source>OR stands between no two words and was left out</source>
        <translation>OR steht nicht zwischen zwei Wörtern und wurde ausgelassen</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Locked with a password</source>
        <translation>Mit Passwort gesperrt</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>Keine Seiten</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>Text recognition is off</source>
        <translation>Texterkennung ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Waits for text recognition</source>
        <translation>Wartet auf Texterkennung</translation>
    </message>
    <message>
        <source>Too many pages to recognise</source>
        <translation>Zu viele Seiten für die Texterkennung</translation>
    </message>
    <message>
        <source>May not be read</source>
        <translation>Keine Leserechte</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Type not supported</source>
        <translation>Dateityp nicht unterstützt</translation>
    </message>
    <message>
        <source>Broken link</source>
        <translation>Toter Verweis</translation>
    </message>
    <message>
        <source>Not an ordinary file</source>
        <translation>Keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Name cannot be used</source>
        <translation>Name nicht verwendbar</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Dauerte zu lange</translation>
    </message>
    <message>
        <source>Made its reader crash</source>
        <translation>Brachte den Leser zum Absturz</translation>
    </message>
    <message>
        <source>Needs too much memory</source>
        <translation>Braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>Too much text</source>
        <translation>Zu viel Text</translation>
    </message>
    <message>
        <source>Nested too deeply</source>
        <translation>Zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Open it in its own program and save it again, or restore it from a backup.</source>
        <translation>Öffnen Sie sie mit ihrem eigenen Programm und speichern Sie sie neu, oder holen Sie sie aus einer Sicherung.</translation>
    </message>
    <message>
        <source>Nothing to search; delete the file or fill it.</source>
        <translation>Nichts zu durchsuchen; löschen oder füllen Sie die Datei.</translation>
    </message>
    <message>
        <source>The document has no page; export it again from its source.</source>
        <translation>Das Dokument hat keine Seite; erzeugen Sie es aus seiner Vorlage neu.</translation>
    </message>
    <message>
        <source>There are no words to find in it, nor in the picture of it.</source>
        <translation>Es enthält keine Wörter, auch nicht auf seinem Bild.</translation>
    </message>
    <message>
        <source>Its text is recognised as soon as everything else is searchable.</source>
        <translation>Der Text wird erkannt, sobald alles andere durchsuchbar ist.</translation>
    </message>
    <message>
        <source>Raise ocr.most_pages in the settings and index again.</source>
        <translation>Erhöhen Sie ocr.most_pages in den Einstellungen und indexieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Give your user account the right to read it, then index again.</source>
        <translation>Geben Sie Ihrem Benutzerkonto das Leserecht und lesen Sie erneut ein.</translation>
    </message>
    <message>
        <source>Split the file, or raise the limit reading.max_file_mb in the settings.</source>
        <translation>Teilen Sie die Datei oder erhöhen Sie die Grenze reading.max_file_mb in den Einstellungen.</translation>
    </message>
    <message>
        <source>Not supported; save it as PDF, an Office format, HTML or text.</source>
        <translation>Nicht unterstützt; speichern Sie sie als PDF, in einem Office-Format, als HTML oder Text.</translation>
    </message>
    <message>
        <source>Unpack the archives around it and index the folder.</source>
        <translation>Entpacken Sie die Archive, in denen sie steckt, und lesen Sie den Ordner ein.</translation>
    </message>
    <message>
        <source>It is left alone until it changes; try it again with `genericrag index --retry`, or raise reading.seconds_per_file in the settings first.</source>
        <translation>Sie wird in Ruhe gelassen, bis sie sich ändert; versuchen Sie es mit `genericrag index --retry` noch einmal oder erhöhen Sie vorher reading.seconds_per_file in den Einstellungen.</translation>
    </message>
    <message>
        <source>It is left alone until it changes; save it anew in its own program, or try it again with `genericrag index --retry`.</source>
        <translation>Sie wird in Ruhe gelassen, bis sie sich ändert; speichern Sie sie in ihrem eigenen Programm neu oder versuchen Sie es mit `genericrag index --retry` noch einmal.</translation>
    </message>
    <message>
        <source>It is left alone until it changes; raise reading.memory_mb in the settings, then try it again with `genericrag index --retry`.</source>
        <translation>Sie wird in Ruhe gelassen, bis sie sich ändert; erhöhen Sie reading.memory_mb in den Einstellungen und versuchen Sie es dann mit `genericrag index --retry` noch einmal.</translation>
    </message>
    <message>
        <source>Split the file, or raise reading.max_text_mb in the settings and try it again with `genericrag index --retry`.</source>
        <translation>Teilen Sie die Datei oder erhöhen Sie reading.max_text_mb in den Einstellungen und versuchen Sie es mit `genericrag index --retry` noch einmal.</translation>
    </message>
    <message>
        <source>The link points to nothing; delete it or restore its target.</source>
        <translation>Der Verweis führt ins Leere; löschen Sie ihn oder stellen Sie sein Ziel wieder her.</translation>
    </message>
    <message>
        <source>Enter the password with `genericrag unlock FILE`, or index a copy without a password.</source>
        <translation>Geben Sie das Passwort mit `genericrag unlock DATEI` ein, oder indexieren Sie eine Kopie ohne Passwort.</translation>
    </message>
    <message>
        <source>Switch on ocr.enabled in the settings and index again.</source>
        <translation>Schalten Sie ocr.enabled in den Einstellungen ein und indexieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Not an ordinary file; nothing to do.</source>
        <translation>Keine gewöhnliche Datei; nichts zu tun.</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Benennen Sie die Datei um.</translation>
    </message>
    <message>
        <source>The file went away while it was being read; index again.</source>
        <translation>Die Datei verschwand, während sie gelesen wurde; lesen Sie erneut ein.</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Score {0} = meaning {1} + words {2} + precise {3}</source>
        <translation>Wert {0} = Bedeutung {1} + Wörter {2} + Genauigkeit {3}</translation>
    </message>
</context>
<context>
    <name>ResultsText</name>
    <message>
        <source>cannot be reached now</source>
        <translation>zurzeit nicht erreichbar</translation>
    </message>
    <message>
        <source>{0} more say the same</source>
        <translation>{0} weitere gleichlautend</translation>
    </message>
</context>
<context>
    <name>ResultsViews</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Pages found</source>
        <translation>Gefundene Seiten</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Searches that you save stand here, with what is new in them.</source>
        <translation>Hier stehen die Suchen, die Sie speichern, mit dem, was darin neu ist.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Rename the saved search</source>
        <translation>Gespeicherte Suche umbenennen</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message numerus="yes">
        <source>%n new documents</source>
        <translation>
            <numerusform>%n neues Dokument</numerusform>
            <numerusform>%n neue Dokumente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBanner</name>
    <message>
        <source>About this search</source>
        <translation>Zu dieser Suche</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Was suchen Sie?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
</context>
<context>
    <name>SearchHistory</name>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>No search is remembered.</source>
        <translation>Es ist keine Suche gemerkt.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>The name of a model that was imported or downloaded, or the path of a folder in BGE-M3&apos;s format; empty for the compact model that comes with the program.</source>
        <translation>Der Name eines importierten oder heruntergeladenen Modells oder der Pfad eines Ordners im Format von BGE-M3; leer für das kompakte Modell, das zum Programm gehört.</translation>
    </message>
    <message>
        <source>Model hub</source>
        <translation>Modellquelle</translation>
    </message>
    <message>
        <source>Where BGE-M3 is downloaded from when you ask for it; a mirror&apos;s address works too.</source>
        <translation>Woher BGE-M3 kommt, wenn Sie es herunterladen; auch die Adresse eines Spiegels geht.</translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation>Modell ausführen auf</translation>
    </message>
    <message>
        <source>Automatic: the graphics card if it can be used, else the processor.</source>
        <translation>Automatisch: auf der Grafikkarte, wenn sie sich eignet, sonst auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Automatic: the fastest that this machine has; float32 gives FlagEmbedding&apos;s very numbers.</source>
        <translation>Automatisch: die schnellste dieses Rechners; float32 ergibt genau die Zahlen von FlagEmbedding.</translation>
    </message>
    <message>
        <source>Tokens a batch</source>
        <translation>Token je Stapel</translation>
    </message>
    <message>
        <source>How much text goes through the model at once on the processor; a graphics card&apos;s batch follows its free memory.</source>
        <translation>Wie viel Text auf dem Prozessor auf einmal durch das Modell geht; auf einer Grafikkarte entscheidet ihr freier Speicher.</translation>
    </message>
    <message>
        <source>Texts a batch</source>
        <translation>Texte je Stapel</translation>
    </message>
    <message>
        <source>Most texts that go through the model at once, on top of the limit in tokens; 0: as many as that limit allows.</source>
        <translation>Höchstens so viele Texte gehen auf einmal durch das Modell, neben der Grenze in Token; 0: so viele, wie jene Grenze erlaubt.</translation>
    </message>
    <message>
        <source>Length of the dense vector</source>
        <translation>Länge des dichten Vektors</translation>
    </message>
    <message>
        <source>What the model must have, 1024 for BGE-M3; another model is refused. 0: any.</source>
        <translation>Was das Modell haben muss, 1024 bei BGE-M3; ein anderes wird abgelehnt. 0: beliebig.</translation>
    </message>
    <message>
        <source>Unload the model after</source>
        <translation>Modell entladen nach</translation>
    </message>
    <message>
        <source>Minutes without a search after which the window gives the model&apos;s memory back; 0: never.</source>
        <translation>Minuten ohne Suche, nach denen der Speicher des Modells frei wird; 0: nie.</translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Modellserver</translation>
    </message>
    <message>
        <source>Address of a model server (genericrag serve-model) that embeds instead of this machine. Texts of your documents and queries are sent there.</source>
        <translation>Adresse eines Modellservers (genericrag serve-model), der statt dieses Rechners einbettet. Texte Ihrer Dokumente und Suchen werden dorthin gesendet.</translation>
    </message>
    <message>
        <source>Key of the model server</source>
        <translation>Schlüssel des Modellservers</translation>
    </message>
    <message>
        <source>The API key that the model server asks for.</source>
        <translation>Der API-Schlüssel, den der Modellserver verlangt.</translation>
    </message>
    <message>
        <source>Patience with the model server</source>
        <translation>Geduld mit dem Modellserver</translation>
    </message>
    <message>
        <source>Seconds in which the model server must have answered a request.</source>
        <translation>Sekunden, in denen der Modellserver eine Anfrage beantwortet haben muss.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>How often something that can pass (a server away, a busy disk) is tried again.</source>
        <translation>Wie oft etwas, das vorübergehen kann (ein Server weg, eine Festplatte belegt), erneut versucht wird.</translation>
    </message>
    <message>
        <source>First delay</source>
        <translation>Erste Wartezeit</translation>
    </message>
    <message>
        <source>Seconds before the first retry; doubled from one to the next.</source>
        <translation>Sekunden vor der ersten Wiederholung; von einer zur nächsten verdoppelt.</translation>
    </message>
    <message>
        <source>Failures that open the breaker</source>
        <translation>Fehlschläge, die die Sicherung auslösen</translation>
    </message>
    <message>
        <source>After so many failures in a row the model, server or disk is left alone for a while.</source>
        <translation>Nach so vielen Fehlschlägen in Folge bleibt das Modell, der Server oder die Festplatte eine Weile in Ruhe.</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Seconds for which it is left alone before one attempt may decide.</source>
        <translation>Sekunden der Ruhe, bevor ein einzelner Versuch entscheiden darf.</translation>
    </message>
    <message>
        <source>Token vectors a passage</source>
        <translation>Token-Vektoren je Textstelle</translation>
    </message>
    <message>
        <source>The most token vectors that are kept of a passage; those alike become their mean. Fewer take less disk and find a little less. 0: half as many as the passage has tokens.</source>
        <translation>Höchstzahl der Token-Vektoren, die von einer Textstelle bleiben; ähnliche werden gemittelt. Weniger brauchen weniger Platz und finden ein wenig weniger. 0: halb so viele, wie die Textstelle Token hat.</translation>
    </message>
    <message>
        <source>Candidates a phase</source>
        <translation>Kandidaten je Phase</translation>
    </message>
    <message>
        <source>How many passages each of the first phases hands on to exact scoring.</source>
        <translation>Wie viele Textstellen jede der ersten Phasen an die genaue Wertung weitergibt.</translation>
    </message>
    <message>
        <source>Searches to remember</source>
        <translation>Gemerkte Suchen</translation>
    </message>
    <message>
        <source>How many of your last searches are kept, on this computer only; 0: none, and those that were kept are not shown.</source>
        <translation>Wie viele Ihrer letzten Suchen behalten werden, nur auf diesem Computer; 0: keine, und die schon behaltenen werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>edge, local or server; empty for a server when its address is set, else edge.</source>
        <translation>edge, local oder server; leer: ein Server, wenn seine Adresse angegeben ist, sonst edge.</translation>
    </message>
    <message>
        <source>Vector server</source>
        <translation>Vektorserver</translation>
    </message>
    <message>
        <source>Address of a Qdrant server; vectors of your passages go there. Empty: this computer.</source>
        <translation>Adresse eines Qdrant-Servers; die Vektoren Ihrer Textstellen gehen dorthin. Leer: dieser Rechner.</translation>
    </message>
    <message>
        <source>Key of the vector server</source>
        <translation>Schlüssel des Vektorservers</translation>
    </message>
    <message>
        <source>API key of the Qdrant server, if it asks for one.</source>
        <translation>API-Schlüssel des Qdrant-Servers, falls er einen verlangt.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>What the names of this library&apos;s collections on the Qdrant server begin with; the model&apos;s fingerprint follows.</source>
        <translation>Womit die Namen der Sammlungen dieser Bibliothek auf dem Qdrant-Server beginnen; der Fingerabdruck des Modells folgt.</translation>
    </message>
    <message>
        <source>Patience with the server</source>
        <translation>Geduld mit dem Server</translation>
    </message>
    <message>
        <source>Seconds the vector server may take to answer one request.</source>
        <translation>Sekunden, die der Vektorserver für eine Antwort brauchen darf.</translation>
    </message>
    <message>
        <source>Weight of meaning</source>
        <translation>Gewicht der Bedeutung</translation>
    </message>
    <message>
        <source>What dense vectors count in Smart; automatic: what suits the model and the query.</source>
        <translation>Was dichte Vektoren in „Klug“ zählen; automatisch: was zum Modell und zur Suche passt.</translation>
    </message>
    <message>
        <source>Weight of words</source>
        <translation>Gewicht der Wörter</translation>
    </message>
    <message>
        <source>What sparse vectors count in Smart; automatic: what suits the model and the query.</source>
        <translation>Was dünne Vektoren in „Klug“ zählen; automatisch: was zum Modell und zur Suche passt.</translation>
    </message>
    <message>
        <source>Weight of precision</source>
        <translation>Gewicht der Genauigkeit</translation>
    </message>
    <message>
        <source>What token vectors count in Smart; automatic: what suits the model and the query.</source>
        <translation>Was Token-Vektoren in „Klug“ zählen; automatisch: was zum Modell und zur Suche passt.</translation>
    </message>
    <message>
        <source>Keep embeddings</source>
        <translation>Einbettungen aufheben</translation>
    </message>
    <message>
        <source>Text that was embedded once is not put through the model again.</source>
        <translation>Ein Text, der einmal eingebettet wurde, geht nicht noch einmal durch das Modell.</translation>
    </message>
    <message>
        <source>Keep queries for</source>
        <translation>Suchen aufheben für</translation>
    </message>
    <message>
        <source>Seconds for which the embedding of a query is kept; 0: as long as there is room.</source>
        <translation>Sekunden, für die die Einbettung einer Suche bleibt; 0: solange Platz ist.</translation>
    </message>
    <message>
        <source>Queries kept</source>
        <translation>Aufgehobene Suchen</translation>
    </message>
    <message>
        <source>Largest number of queries whose embeddings are kept.</source>
        <translation>Höchstzahl der Suchen, deren Einbettungen bleiben.</translation>
    </message>
    <message>
        <source>Embedding cache</source>
        <translation>Zwischenspeicher der Einbettungen</translation>
    </message>
    <message>
        <source>Largest size of the embedding cache, in megabytes.</source>
        <translation>Höchstgröße in Megabyte.</translation>
    </message>
    <message>
        <source>Page image cache</source>
        <translation>Zwischenspeicher der Seitenbilder</translation>
    </message>
    <message>
        <source>Largest size of the page image cache, in megabytes.</source>
        <translation>Höchstgröße in Megabyte.</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>Larger files are listed as too large instead of being read, in megabytes.</source>
        <translation>Größere Dateien werden als zu groß aufgeführt, statt gelesen zu werden, in Megabyte.</translation>
    </message>
    <message>
        <source>Most text</source>
        <translation>Meister Text</translation>
    </message>
    <message>
        <source>Files with more text are listed instead of being indexed, in millions of characters.</source>
        <translation>Dateien mit mehr Text werden aufgeführt, statt indiziert zu werden, in Millionen Zeichen.</translation>
    </message>
    <message>
        <source>Patience with a file</source>
        <translation>Geduld mit einer Datei</translation>
    </message>
    <message>
        <source>Seconds after which reading a file that shows no sign of life is given up.</source>
        <translation>Sekunden ohne Lebenszeichen, nach denen das Lesen einer Datei aufgegeben wird.</translation>
    </message>
    <message>
        <source>Memory for a file</source>
        <translation>Speicher für eine Datei</translation>
    </message>
    <message>
        <source>A file whose reading takes more memory is given up, in megabytes.</source>
        <translation>Eine Datei, deren Lesen mehr Speicher braucht, wird aufgegeben, in Megabyte.</translation>
    </message>
    <message>
        <source>Readers at once</source>
        <translation>Leser zugleich</translation>
    </message>
    <message>
        <source>How many files are read at the same time; 0 lets the number of processors decide.</source>
        <translation>Wie viele Dateien zugleich gelesen werden; bei 0 entscheidet die Zahl der Prozessoren.</translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation>Text erkennen</translation>
    </message>
    <message>
        <source>Read scans and photos by text recognition, once everything else is searchable.</source>
        <translation>Scans und Fotos durch Texterkennung lesen, sobald alles andere durchsuchbar ist.</translation>
    </message>
    <message>
        <source>Recognise with</source>
        <translation>Erkennen mit</translation>
    </message>
    <message>
        <source>rapidocr comes with the program: Latin script, Chinese and Japanese. tesseract has to be installed, with tesserocr; it knows other scripts, too.</source>
        <translation>rapidocr ist im Programm enthalten: lateinische Schrift, Chinesisch und Japanisch. tesseract muss mit tesserocr installiert sein; es kennt auch andere Schriften.</translation>
    </message>
    <message>
        <source>Languages of tesseract</source>
        <translation>Sprachen von tesseract</translation>
    </message>
    <message>
        <source>Its codes of the languages to recognise, with + between; rapidocr needs none.</source>
        <translation>Seine Kürzel der Sprachen, die erkannt werden sollen, mit + dazwischen; rapidocr braucht keine.</translation>
    </message>
    <message>
        <source>Pages to recognise</source>
        <translation>Seiten zum Erkennen</translation>
    </message>
    <message>
        <source>Scans with more pages are listed instead: a page takes some five seconds.</source>
        <translation>Scans mit mehr Seiten werden nur aufgeführt: eine Seite braucht etwa fünf Sekunden.</translation>
    </message>
    <message>
        <source>Patience with a page</source>
        <translation>Geduld mit einer Seite</translation>
    </message>
    <message>
        <source>Seconds after which recognising a page is given up.</source>
        <translation>Sekunden, nach denen das Erkennen einer Seite aufgegeben wird.</translation>
    </message>
    <message>
        <source>Memory for recognition</source>
        <translation>Speicher für die Erkennung</translation>
    </message>
    <message>
        <source>Text recognition that takes more memory is given up, in megabytes.</source>
        <translation>Texterkennung, die mehr Speicher braucht, wird aufgegeben, in Megabyte.</translation>
    </message>
    <message>
        <source>Never index</source>
        <translation>Nie indizieren</translation>
    </message>
    <message>
        <source>Patterns of files and folders to leave out, as in .gitignore, separated by semicolons.</source>
        <translation>Muster von Dateien und Ordnern, die ausgelassen werden, wie in .gitignore, durch Strichpunkte getrennt.</translation>
    </message>
    <message>
        <source>Follow changes</source>
        <translation>Änderungen folgen</translation>
    </message>
    <message>
        <source>Folders are watched while the window is open, and what changed is indexed by itself.</source>
        <translation>Ordner werden beobachtet, solange das Fenster offen ist; was sich ändert, wird von selbst indiziert.</translation>
    </message>
    <message>
        <source>Look through all folders every</source>
        <translation>Alle Ordner durchsehen alle</translation>
    </message>
    <message>
        <source>Minutes between two looks, for drives that do not report changes; 0: never.</source>
        <translation>Minuten zwischen zwei Durchgängen, für Laufwerke, die Änderungen nicht melden; 0: nie.</translation>
    </message>
    <message>
        <source>Pause on battery below</source>
        <translation>Im Akkubetrieb anhalten unter</translation>
    </message>
    <message>
        <source>The window stops indexing when not plugged in and with less charge, in percent; 0: never.</source>
        <translation>Ohne Netzteil und mit weniger Ladung hält das Indizieren an, in Prozent; 0: nie.</translation>
    </message>
    <message>
        <source>Pause when others need</source>
        <translation>Anhalten, wenn andere brauchen</translation>
    </message>
    <message>
        <source>The window stops indexing while other programs use more of the machine; 0: never.</source>
        <translation>Das Indizieren hält an, solange andere Programme mehr vom Rechner brauchen; 0: nie.</translation>
    </message>
    <message>
        <source>Seconds after which drawing the picture of a page is given up.</source>
        <translation>Sekunden, nach denen das Zeichnen eines Seitenbilds aufgegeben wird.</translation>
    </message>
    <message>
        <source>Folder of pdftoppm</source>
        <translation>Ordner von pdftoppm</translation>
    </message>
    <message>
        <source>Where poppler&apos;s pdftoppm lies if it is not on the search path; not required.</source>
        <translation>Wo pdftoppm von poppler liegt, wenn es nicht im Suchpfad ist; nicht nötig.</translation>
    </message>
    <message>
        <source>LibreOffice</source>
        <translation>LibreOffice</translation>
    </message>
    <message>
        <source>Its program or folder if it is not found by itself; it draws the pages of Office files. Not required.</source>
        <translation>Sein Programm oder Ordner, wenn es nicht von selbst gefunden wird; es zeichnet die Seiten von Office-Dateien. Nicht nötig.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark, or as the system has it.</source>
        <translation>Hell oder dunkel, oder wie im System.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of menus and messages; documents are found in any language.</source>
        <translation>Der Menüs und Meldungen; Dokumente werden in jeder Sprache gefunden.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>In percent of the system&apos;s own size.</source>
        <translation>In Prozent der Größe, die das System hat.</translation>
    </message>
    <message>
        <source>Icon in the notification area</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Closing the window leaves the program there, and it goes on indexing; Quit ends it.</source>
        <translation>Beim Schließen des Fensters bleibt das Programm dort und indiziert weiter; „Beenden“ beendet es.</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Back to the standard: {0}</source>
        <translation>Zurück zum Standard: {0}</translation>
    </message>
    <message>
        <source>Back to the standard</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translation>Automatisch: {0}</translation>
    </message>
    <message>
        <source>Set by the environment variable {0}; it can only be changed there.</source>
        <translation>Durch die Umgebungsvariable {0} festgelegt; nur dort zu ändern.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Running the model</source>
        <translation>Ausführen des Modells</translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation>Ordner und Dateien</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Indexing in the background</source>
        <translation>Indizieren im Hintergrund</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Lesen von Dateien</translation>
    </message>
    <message>
        <source>Languages and text recognition</source>
        <translation>Sprachen und Texterkennung</translation>
    </message>
    <message>
        <source>Text recognition</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Weights in Smart</source>
        <translation>Gewichte in „Klug“</translation>
    </message>
    <message>
        <source>Thoroughness</source>
        <translation>Gründlichkeit</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Cache and disk</source>
        <translation>Zwischenspeicher und Festplatte</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Modellserver</translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>When something fails</source>
        <translation>Wenn etwas fehlschlägt</translation>
    </message>
    <message>
        <source>Page images</source>
        <translation>Seitenbilder</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>StatusArea</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation>Fortschritt der Indexierung</translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation>Indexierung anhalten</translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Modell-Server</translation>
    </message>
    <message>
        <source>Pause or resume indexing</source>
        <translation>Indexierung unterbrechen oder fortsetzen</translation>
    </message>
    <message>
        <source>Folders that cannot be reached</source>
        <translation>Ordner, die nicht erreichbar sind</translation>
    </message>
    <message>
        <source>Files that are not searchable</source>
        <translation>Dateien, die nicht durchsuchbar sind</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy the report of this error</source>
        <translation>Den Bericht zu diesem Fehler kopieren</translation>
    </message>
    <message>
        <source>What helps against this error</source>
        <translation>Was gegen diesen Fehler hilft</translation>
    </message>
    <message>
        <source>What is being done to a model</source>
        <translation>Was mit einem Modell geschieht</translation>
    </message>
    <message>
        <source>Indexing pauses and goes on by itself. {0}</source>
        <translation>Die Indexierung pausiert und geht von selbst weiter. {0}</translation>
    </message>
    <message numerus="yes">
        <source>Looking for files: %n</source>
        <translation>
            <numerusform>Suche nach Dateien: %n</numerusform>
            <numerusform>Suche nach Dateien: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>New model: {0} of {1} passages</source>
        <translation>Neues Modell: {0} von {1} Abschnitten</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>noch etwa {0}</translation>
    </message>
    <message>
        <source>{0} of {1} files, {2} passages</source>
        <translation>{0} von {1} Dateien, {2} Passagen</translation>
    </message>
    <message>
        <source>recognising the text of page {0} of {1}</source>
        <translation>Texterkennung auf Seite {0} von {1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>paused to save the battery</source>
        <translation>angehalten, um den Akku zu schonen</translation>
    </message>
    <message>
        <source>paused while other programs need the computer</source>
        <translation>angehalten, solange andere Programme den Rechner brauchen</translation>
    </message>
    <message>
        <source>less than two minutes left</source>
        <translation>weniger als zwei Minuten übrig</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Model server in use</source>
        <translation>Modell-Server in Gebrauch</translation>
    </message>
    <message>
        <source>The texts of your documents and searches are sent to {0}.</source>
        <translation>Die Texte Ihrer Dokumente und Suchen werden an {0} gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n folders offline</source>
        <translation>
            <numerusform>%n Ordner nicht erreichbar</numerusform>
            <numerusform>%n Ordner nicht erreichbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Embeddings of passages</source>
        <translation>Einbettungen von Textstellen</translation>
    </message>
    <message>
        <source>Embeddings of searches</source>
        <translation>Einbettungen von Suchen</translation>
    </message>
    <message>
        <source>Pictures of pages</source>
        <translation>Bilder von Seiten</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>Catalogue of files and texts</source>
        <translation>Katalog der Dateien und Texte</translation>
    </message>
    <message>
        <source>Models brought by you</source>
        <translation>Von Ihnen hinzugefügte Modelle</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>Frei auf dieser Festplatte</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Caches save time and can be cleared at any moment; they fill again by use.</source>
        <translation>Zwischenspeicher sparen Zeit und lassen sich jederzeit leeren; sie füllen sich durch Gebrauch wieder.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear: {0}</source>
        <translation>Leeren: {0}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>{0} of {1} · {2} % of questions answered</source>
        <translation>{0} von {1} · {2} % der Anfragen beantwortet</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
</context>
<context>
    <name>Unlocking</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Trying the password on {0}…</source>
        <translation>Das Passwort wird bei {0} versucht …</translation>
    </message>
    <message>
        <source>Trying the password on file {0} of {1}…</source>
        <translation>Das Passwort wird bei Datei {0} von {1} versucht …</translation>
    </message>
    <message>
        <source>It waits until indexing goes on.</source>
        <translation>Es wird gewartet, bis das Indexieren weitergeht.</translation>
    </message>
    <message>
        <source>{0} is searchable now.</source>
        <translation>{0} ist jetzt durchsuchbar.</translation>
    </message>
    <message>
        <source>The password opens {0}, but it is not searchable; the list says why.</source>
        <translation>Das Passwort öffnet {0}, aber die Datei ist nicht durchsuchbar; die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>The password of {0} is wrong.</source>
        <translation>Das Passwort von {0} ist falsch.</translation>
    </message>
    <message>
        <source>No password opens {0} here; index a copy without a lock.</source>
        <translation>Hier öffnet kein Passwort {0}; indexieren Sie eine Kopie ohne Sperre.</translation>
    </message>
    <message>
        <source>The password opens {0} of {1} locked files.</source>
        <translation>Das Passwort öffnet {0} von {1} gesperrten Dateien.</translation>
    </message>
    <message>
        <source>The password opens none of {0} locked files.</source>
        <translation>Das Passwort öffnet keine von {0} gesperrten Dateien.</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Show every passage that was found</source>
        <translation>Jede gefundene Textstelle zeigen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Show each document once</source>
        <translation>Jedes Dokument einmal zeigen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Show pictures of the pages</source>
        <translation>Bilder der Seiten zeigen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Search your own documents</source>
        <translation>Durchsuchen Sie Ihre eigenen Dokumente</translation>
    </message>
    <message>
        <source>By meaning and by word, in any language. Everything stays on this computer, and your files are only read.</source>
        <translation>Nach Bedeutung und nach Wörtern, in jeder Sprache. Alles bleibt auf diesem Rechner, und Ihre Dateien werden nur gelesen.</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Try sample documents</source>
        <translation>&amp;Beispieldokumente ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Download BGE-M3…</source>
        <translation>BGE-M3 &amp;herunterladen …</translation>
    </message>
    <message>
        <source>&amp;Choose a model…</source>
        <translation>&amp;Modell wählen …</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt anfangen</translation>
    </message>
    <message>
        <source>With the compact model that comes with the program. Add a folder, or drop folders anywhere on this window; the first files are searchable within seconds.</source>
        <translation>Mit dem kompakten Modell, das zum Programm gehört. Fügen Sie einen Ordner hinzu, oder ziehen Sie Ordner irgendwo auf dieses Fenster; die ersten Dateien sind in Sekunden durchsuchbar.</translation>
    </message>
    <message>
        <source>Download BGE-M3</source>
        <translation>BGE-M3 herunterladen</translation>
    </message>
    <message>
        <source>The full model: finds more and takes more time to index. 2.3 GB, some 6 minutes at 50 Mbit/s. You can begin with the compact model meanwhile.</source>
        <translation>Das volle Modell: findet mehr und braucht mehr Zeit zum Indizieren. 2,3 GB, etwa 6 Minuten bei 50 Mbit/s. Anfangen können Sie solange mit dem kompakten Modell.</translation>
    </message>
    <message>
        <source>Use a model folder</source>
        <translation>Einen Modellordner verwenden</translation>
    </message>
    <message>
        <source>A folder in BGE-M3&apos;s format that is on this computer or a USB drive.</source>
        <translation>Ein Ordner im Format von BGE-M3, der auf diesem Rechner oder einem USB-Laufwerk liegt.</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Why this hit</source>
        <translation>Warum dieser Treffer</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>Shared word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Words in both, and what each adds</source>
        <translation>Gemeinsame Wörter und was jedes beiträgt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Textstelle</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>Which word of the query met which of the passage</source>
        <translation>Welches Wort der Anfrage welchem der Textstelle entspricht</translation>
    </message>
    <message>
        <source>&amp;Heat map on the page</source>
        <translation>&amp;Wärmebild auf der Seite</translation>
    </message>
    <message>
        <source>Colour the words of the page by their nearness</source>
        <translation>Die Wörter der Seite nach ihrer Nähe färben</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Words in both</source>
        <translation>Gemeinsame Wörter</translation>
    </message>
    <message>
        <source>Word against word</source>
        <translation>Wort für Wort</translation>
    </message>
    <message>
        <source>Score {0}: {1} % of the strongest hit of this list.</source>
        <translation>Punktzahl {0}: {1} % des stärksten Treffers dieser Liste.</translation>
    </message>
    <message>
        <source>It was found by its words alone: there is nothing to compare.</source>
        <translation>Allein durch seine Wörter gefunden: Es gibt nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>_Plurals</name>
    <message numerus="yes">
        <source>%n more passages</source>
        <translation>
            <numerusform>%n weitere Textstelle</numerusform>
            <numerusform>%n weitere Textstellen</numerusform>
        </translation>
    </message>
</context>
</TS>
