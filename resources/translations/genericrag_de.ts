<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
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
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder to search in</source>
        <translation>Einen Ordner zum Durchsuchen hinzufügen</translation>
    </message>
    <message>
        <source>Type what you are looking for.</source>
        <translation>Geben Sie ein, was Sie suchen.</translation>
    </message>
    <message>
        <source>Add a folder of documents. They stay where they are, on this computer.</source>
        <translation>Fügen Sie einen Ordner mit Dokumenten hinzu. Sie bleiben, wo sie sind: auf diesem Rechner.</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder to search in</source>
        <translation>Einen Ordner zum Durchsuchen hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>Choose, download or import a model</source>
        <translation>Ein Modell wählen, herunterladen oder importieren</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message numerus="yes">
        <source>%n files were indexed.</source>
        <translation>
            <numerusform>%n Datei wurde indexiert.</numerusform>
            <numerusform>%n Dateien wurden indexiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was finished is searchable.</source>
        <translation>Angehalten. Was fertig war, ist durchsuchbar.</translation>
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
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
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
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
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
    <name>Preview</name>
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
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Files that are not searchable</source>
        <translation>Dateien, die nicht durchsuchbar sind</translation>
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
        <source>Save a copy without the password and index that copy.</source>
        <translation>Speichern Sie eine Kopie ohne Passwort und lesen Sie diese ein.</translation>
    </message>
    <message>
        <source>The document has no page; export it again from its source.</source>
        <translation>Das Dokument hat keine Seite; erzeugen Sie es aus seiner Vorlage neu.</translation>
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
        <source>There are no words to find; pictures inside other files are not recognised yet.</source>
        <translation>Es gibt darin keine Wörter zu finden; Bilder in anderen Dateien werden noch nicht erkannt.</translation>
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
    <name>ResultsDelegate</name>
    <message>
        <source>cannot be reached now</source>
        <translation>zurzeit nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Score {0} = meaning {1} + words {2} + precise {3}</source>
        <translation>Wert {0} = Bedeutung {1} + Wörter {2} + Genauigkeit {3}</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Was suchen Sie?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>About this search</source>
        <translation>Zu dieser Suche</translation>
    </message>
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
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”.</source>
        <translation>Nichts gefunden zu „{0}“.</translation>
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
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
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
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the report of this error</source>
        <translation>Den Bericht zu diesem Fehler kopieren</translation>
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
        <source>recognising the text of scans</source>
        <translation>Text von Scans wird erkannt</translation>
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
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
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
</TS>
