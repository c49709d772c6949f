<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>EmptyState</name>
    <message>
        <location filename="../../app/ui/empty_state.py" line="15"/>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../app/ui/empty_state.py" line="16"/>
        <source>Add a folder to search in</source>
        <translation>Einen Ordner zum Durchsuchen hinzufügen</translation>
    </message>
    <message>
        <location filename="../../app/ui/empty_state.py" line="29"/>
        <source>Type what you are looking for.</source>
        <translation>Geben Sie ein, was Sie suchen.</translation>
    </message>
    <message>
        <location filename="../../app/ui/empty_state.py" line="32"/>
        <source>Add a folder of documents. They stay where they are, on this computer.</source>
        <translation>Fügen Sie einen Ordner mit Dokumenten hinzu. Sie bleiben, wo sie sind: auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <location filename="../../app/search/language_names.py" line="8"/>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="9"/>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="10"/>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="11"/>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="12"/>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="13"/>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="14"/>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="15"/>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="16"/>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="17"/>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="18"/>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="19"/>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="20"/>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="21"/>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="22"/>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="23"/>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="24"/>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="25"/>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="26"/>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="27"/>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="28"/>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="29"/>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="30"/>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="31"/>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="32"/>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="33"/>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="34"/>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="35"/>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="36"/>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="37"/>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="38"/>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="39"/>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="40"/>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="41"/>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="42"/>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="43"/>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="44"/>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="45"/>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="46"/>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="47"/>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="48"/>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="49"/>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="50"/>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <location filename="../../app/search/language_names.py" line="51"/>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../app/ui/main_window.py" line="40"/>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py" line="28"/>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py" line="29"/>
        <source>Add a folder to search in</source>
        <translation>Einen Ordner zum Durchsuchen hinzufügen</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py" line="57"/>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py" line="75"/>
        <location filename="../../app/ui/main_window.py" line="87"/>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/main_window.py" line="86"/>
        <source>%n files were indexed.</source>
        <translation>
            <numerusform>%n Datei wurde indexiert.</numerusform>
            <numerusform>%n Dateien wurden indexiert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py" line="99"/>
        <source>Stopped. What was finished is searchable.</source>
        <translation>Angehalten. Was fertig war, ist durchsuchbar.</translation>
    </message>
</context>
<context>
    <name>MarkedPage</name>
    <message>
        <location filename="../../app/ui/marked_page.py" line="37"/>
        <source>Picture of the page</source>
        <translation>Bild der Seite</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <location filename="../../app/search/model.py" line="19"/>
        <source>The query is longer than the model can take; only its beginning was searched.</source>
        <translation>Die Anfrage ist länger, als das Modell aufnehmen kann; nur ihr Anfang wurde gesucht.</translation>
    </message>
    <message>
        <location filename="../../app/search/model.py" line="22"/>
        <source>The model cannot run, so these passages were found by their words alone.</source>
        <translation>Das Modell kann nicht laufen; diese Stellen wurden allein über ihre Wörter gefunden.</translation>
    </message>
    <message>
        <location filename="../../app/search/model.py" line="25"/>
        <source>There is nothing to look for but conditions, so all that meets them is listed.</source>
        <translation>Gesucht ist nichts, es gibt nur Bedingungen; aufgeführt ist alles, was sie erfüllt.</translation>
    </message>
</context>
<context>
    <name>Operator</name>
    <message>
        <location filename="../../app/search/completion.py" line="16"/>
        <source>these very words in a row</source>
        <translation>genau diese Wörter hintereinander</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="17"/>
        <source>without this word</source>
        <translation>ohne dieses Wort</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="18"/>
        <source>with this very word</source>
        <translation>mit genau diesem Wort</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="19"/>
        <source>with one of the two</source>
        <translation>mit einem von beiden</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="20"/>
        <source>words that begin like this</source>
        <translation>Wörter, die so beginnen</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="21"/>
        <source>type of file, such as pdf</source>
        <translation>Dateityp, zum Beispiel pdf</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="22"/>
        <source>folder, by name or path</source>
        <translation>Ordner, nach Name oder Pfad</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="23"/>
        <source>part of the file&apos;s name</source>
        <translation>Teil des Dateinamens</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="24"/>
        <source>language of the text</source>
        <translation>Sprache des Textes</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="25"/>
        <source>changed on that day or later</source>
        <translation>geändert an diesem Tag oder später</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="26"/>
        <source>changed before that day</source>
        <translation>geändert vor diesem Tag</translation>
    </message>
    <message>
        <location filename="../../app/search/completion.py" line="27"/>
        <source>page or pages, such as 3-5</source>
        <translation>Seite oder Seiten, zum Beispiel 3-5</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <location filename="../../app/search/presets.py" line="24"/>
        <source>What suits the query</source>
        <translation>Was zur Anfrage passt</translation>
    </message>
    <message>
        <location filename="../../app/search/presets.py" line="25"/>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <location filename="../../app/search/presets.py" line="26"/>
        <source>Across languages</source>
        <translation>Über Sprachen hinweg</translation>
    </message>
    <message>
        <location filename="../../app/search/presets.py" line="27"/>
        <source>Exact wording</source>
        <translation>Genauer Wortlaut</translation>
    </message>
    <message>
        <location filename="../../app/search/presets.py" line="28"/>
        <source>A few words</source>
        <translation>Wenige Wörter</translation>
    </message>
    <message>
        <location filename="../../app/search/presets.py" line="29"/>
        <source>As set</source>
        <translation>Wie eingestellt</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <location filename="../../app/ui/preview.py" line="31"/>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/preview.py" line="32"/>
        <source>Open the document</source>
        <translation>Das Dokument öffnen</translation>
    </message>
    <message>
        <location filename="../../app/ui/preview.py" line="35"/>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/preview.py" line="36"/>
        <source>Show the document in its folder</source>
        <translation>Das Dokument in seinem Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../app/ui/preview.py" line="42"/>
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
    <message>
        <location filename="../../app/ui/preview.py" line="67"/>
        <source>, page {0}</source>
        <translation>, Seite {0}</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <location filename="../../app/ui/problems_dialog.py" line="26"/>
        <source>Files that are not searchable</source>
        <translation>Dateien, die nicht durchsuchbar sind</translation>
    </message>
    <message>
        <location filename="../../app/ui/problems_dialog.py" line="29"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../app/ui/problems_dialog.py" line="29"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../app/ui/problems_dialog.py" line="29"/>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <location filename="../../app/ui/problems_dialog.py" line="44"/>
        <source>&amp;Copy list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <location filename="../../app/search/fields.py" line="35"/>
        <source>only files of type {0}</source>
        <translation>nur Dateien vom Typ {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="36"/>
        <source>no files of type {0}</source>
        <translation>keine Dateien vom Typ {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="37"/>
        <source>only below the folder {0}</source>
        <translation>nur unterhalb des Ordners {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="38"/>
        <source>nothing below the folder {0}</source>
        <translation>nichts unterhalb des Ordners {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="39"/>
        <source>only files with {0} in their name</source>
        <translation>nur Dateien mit {0} im Namen</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="40"/>
        <source>no files with {0} in their name</source>
        <translation>keine Dateien mit {0} im Namen</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="41"/>
        <source>only texts in {0}</source>
        <translation>nur Texte auf {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="42"/>
        <source>no texts in {0}</source>
        <translation>keine Texte auf {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="43"/>
        <source>only on page {0}</source>
        <translation>nur auf Seite {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="44"/>
        <source>not on page {0}</source>
        <translation>nicht auf Seite {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="45"/>
        <source>changed on {0} or later</source>
        <translation>geändert am {0} oder später</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="46"/>
        <source>changed before {0}</source>
        <translation>geändert vor dem {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="48"/>
        <source>“{0}” is not a date and was left out</source>
        <translation>„{0}“ ist kein Datum und wurde ausgelassen</translation>
    </message>
    <message>
        <location filename="../../app/search/fields.py" line="49"/>
        <source>“{0}” is not a page number and was left out</source>
        <translation>„{0}“ ist keine Seitenzahl und wurde ausgelassen</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="18"/>
        <source>looking for “{0}”</source>
        <translation>gesucht wird „{0}“</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="19"/>
        <source>listing files</source>
        <translation>Dateien werden aufgeführt</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="21"/>
        <source>with the word “{0}”</source>
        <translation>mit dem Wort „{0}“</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="22"/>
        <source>with exactly “{0}”</source>
        <translation>mit genau „{0}“</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="23"/>
        <source>with a word that begins with “{0}”</source>
        <translation>mit einem Wort, das mit „{0}“ beginnt</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="25"/>
        <source>with one of {0}</source>
        <translation>mit einem von {0}</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="27"/>
        <source>without the word “{0}”</source>
        <translation>ohne das Wort „{0}“</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="28"/>
        <source>without “{0}”</source>
        <translation>ohne „{0}“</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="29"/>
        <source>without words that begin with “{0}”</source>
        <translation>ohne Wörter, die mit „{0}“ beginnen</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="31"/>
        <source>a quotation mark is not closed and was ignored</source>
        <translation>ein Anführungszeichen ist nicht geschlossen und wurde übergangen</translation>
    </message>
    <message>
        <location filename="../../app/search/query.py" line="32"/>
        <source>OR stands between no two words and was left out</source>
        <translation>OR steht nicht zwischen zwei Wörtern und wurde ausgelassen</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <location filename="../../app/errors.py" line="61"/>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="62"/>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="63"/>
        <source>Locked with a password</source>
        <translation>Mit Passwort gesperrt</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="64"/>
        <source>No pages</source>
        <translation>Keine Seiten</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="65"/>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="66"/>
        <source>May not be read</source>
        <translation>Keine Leserechte</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="67"/>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="68"/>
        <source>Type not supported</source>
        <translation>Dateityp nicht unterstützt</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="69"/>
        <source>Broken link</source>
        <translation>Toter Verweis</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="70"/>
        <source>Not an ordinary file</source>
        <translation>Keine gewöhnliche Datei</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="71"/>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="72"/>
        <source>Name cannot be used</source>
        <translation>Name nicht verwendbar</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="76"/>
        <source>Open it in its own program and save it again, or restore it from a backup.</source>
        <translation>Öffnen Sie sie mit ihrem eigenen Programm und speichern Sie sie neu, oder holen Sie sie aus einer Sicherung.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="79"/>
        <source>Nothing to search; delete the file or fill it.</source>
        <translation>Nichts zu durchsuchen; löschen oder füllen Sie die Datei.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="80"/>
        <source>Save a copy without the password and index that copy.</source>
        <translation>Speichern Sie eine Kopie ohne Passwort und lesen Sie diese ein.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="83"/>
        <source>The document has no page; export it again from its source.</source>
        <translation>Das Dokument hat keine Seite; erzeugen Sie es aus seiner Vorlage neu.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="86"/>
        <source>Probably a scan: run text recognition (OCR) on it and index the result.</source>
        <translation>Vermutlich ein Scan: Lassen Sie eine Texterkennung (OCR) darüber laufen und lesen Sie das Ergebnis ein.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="89"/>
        <source>Give your user account the right to read it, then index again.</source>
        <translation>Geben Sie Ihrem Benutzerkonto das Leserecht und lesen Sie erneut ein.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="92"/>
        <source>Split the file into smaller ones.</source>
        <translation>Teilen Sie die Datei in kleinere.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="93"/>
        <source>Not yet supported; save it as PDF, DOCX, HTML, Markdown or text.</source>
        <translation>Noch nicht unterstützt; speichern Sie sie als PDF, DOCX, HTML, Markdown oder Text.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="96"/>
        <source>The link points to nothing; delete it or restore its target.</source>
        <translation>Der Verweis führt ins Leere; löschen Sie ihn oder stellen Sie sein Ziel wieder her.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="99"/>
        <source>Not an ordinary file; nothing to do.</source>
        <translation>Keine gewöhnliche Datei; nichts zu tun.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="100"/>
        <source>Rename the file.</source>
        <translation>Benennen Sie die Datei um.</translation>
    </message>
    <message>
        <location filename="../../app/errors.py" line="101"/>
        <source>The file went away while it was being read; index again.</source>
        <translation>Die Datei verschwand, während sie gelesen wurde; lesen Sie erneut ein.</translation>
    </message>
</context>
<context>
    <name>ResultsDelegate</name>
    <message>
        <location filename="../../app/ui/results_delegate.py" line="105"/>
        <source>Page {0}</source>
        <translation>Seite {0}</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <location filename="../../app/ui/results_model.py" line="69"/>
        <source>Score {0} = meaning {1} + words {2} + precise {3}</source>
        <translation>Wert {0} = Bedeutung {1} + Wörter {2} + Genauigkeit {3}</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <location filename="../../app/ui/search_view.py" line="47"/>
        <source>What are you looking for?</source>
        <translation>Was suchen Sie?</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="48"/>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="56"/>
        <source>About this search</source>
        <translation>Zu dieser Suche</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="81"/>
        <source>How to search</source>
        <translation>Art der Suche</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="83"/>
        <source>Smart</source>
        <translation>Klug</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="83"/>
        <source>All of the below together</source>
        <translation>Alles Folgende zusammen</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="84"/>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="84"/>
        <source>The same thing in other words or languages</source>
        <translation>Dasselbe in anderen Worten oder Sprachen</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="85"/>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="85"/>
        <source>These very words, numbers or codes</source>
        <translation>Genau diese Wörter, Nummern oder Kürzel</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="86"/>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="86"/>
        <source>Every part of the question is matched</source>
        <translation>Jeder Teil der Frage hat seine Entsprechung</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="97"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_view.py" line="175"/>
        <source>Nothing found for “{0}”.</source>
        <translation>Nichts gefunden zu „{0}“.</translation>
    </message>
</context>
<context>
    <name>StatusArea</name>
    <message>
        <location filename="../../app/ui/status_area.py" line="20"/>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="24"/>
        <source>Progress of indexing</source>
        <translation>Fortschritt der Indexierung</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="25"/>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="26"/>
        <source>Stop indexing</source>
        <translation>Indexierung anhalten</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="28"/>
        <source>Folders that cannot be reached</source>
        <translation>Ordner, die nicht erreichbar sind</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="31"/>
        <source>Files that are not searchable</source>
        <translation>Dateien, die nicht durchsuchbar sind</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="32"/>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="33"/>
        <source>Copy the report of this error</source>
        <translation>Den Bericht zu diesem Fehler kopieren</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/status_area.py" line="60"/>
        <source>Looking for files: %n</source>
        <translation>
            <numerusform>Suche nach Dateien: %n</numerusform>
            <numerusform>Suche nach Dateien: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/status_area.py" line="64"/>
        <source>{0} of {1} files, {2} passages</source>
        <translation>{0} von {1} Dateien, {2} Passagen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/status_area.py" line="82"/>
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/status_area.py" line="87"/>
        <source>%n folders offline</source>
        <translation>
            <numerusform>%n Ordner nicht erreichbar</numerusform>
            <numerusform>%n Ordner nicht erreichbar</numerusform>
        </translation>
    </message>
</context>
</TS>
