<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the sa&amp;ved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rena&amp;me the saved search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the save&amp;d search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forge&amp;t earlier searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find what is li&amp;ke a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export results…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;similar passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find what is like this pa&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find what is like this &amp;document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder to search in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you are looking for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of documents. They stay where they are, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportResults</name>
    <message>
        <source>Export results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown with page references (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations as in BibTeX (*.bib)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder to search in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, download or import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files were indexed.</source>
        <translation>
            <numerusform>%n file was indexed.</numerusform>
            <numerusform>%n files were indexed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was finished is searchable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkedPage</name>
    <message>
        <source>Picture of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelJobLine</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how long the change takes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost ({0}); trying again in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking what there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download BGE-M3…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is damaged: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import an archive of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BGE-M3 is downloaded from the internet: about 2.3 GB. Nothing about you or your documents is sent. It can be stopped and goes on later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} is there. Choose it and press Use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the size could be checked of: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} is deleted from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new index needs {0} MB, and the disk has {1} MB free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n passages are embedded anew</source>
        <translation>
            <numerusform>%n passage is embedded anew</numerusform>
            <numerusform>%n passages are embedded anew</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}. That takes about {1} ({2} passages a second, measured just now) and {3} MB of disk. The present model answers until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable BGE_M3_MODEL_NAME ({0}) wins over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsTable</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished; the download can go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen; the library is changing to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers until the change is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The query is longer than the model can take; only its beginning was searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot run, so these passages were found by their words alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage has these very words, so passages that come close are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to look for but conditions, so all that meets them is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example is long; passages from all over it were compared, not every one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operator</name>
    <message>
        <source>these very words in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with this very word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words that begin like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type of file, such as pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder, by name or path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on that day or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed before that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page or pages, such as 3-5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>page {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slide {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chapter {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>What suits the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the document in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Files that are not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>only files of type {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no files of type {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only below the folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing below the folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only files with {0} in their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no files with {0} in their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only texts in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no texts in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on page {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on page {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on {0} or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed before {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a date and was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a page number and was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the word “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with exactly “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a word that begins with “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with one of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the word “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without words that begin with “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is not closed and was ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR stands between no two words and was left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text recognition is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made its reader crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in its own program and save it again, or restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to search; delete the file or fill it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy without the password and index that copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no page; export it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words to find; pictures inside other files are not recognised yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on ocr.enabled in the settings and index again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your user account the right to read it, then index again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the file, or raise the limit reading.max_file_mb in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not supported; save it as PDF, an Office format, HTML or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link points to nothing; delete it or restore its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an ordinary file; nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack the archives around it and index the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file went away while it was being read; index again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left alone until it changes; try it again with `genericrag index --retry`, or raise reading.seconds_per_file in the settings first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left alone until it changes; save it anew in its own program, or try it again with `genericrag index --retry`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left alone until it changes; raise reading.memory_mb in the settings, then try it again with `genericrag index --retry`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the file, or raise reading.max_text_mb in the settings and try it again with `genericrag index --retry`.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsDelegate</name>
    <message>
        <source>cannot be reached now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Score {0} = meaning {1} + words {2} + precise {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches that you save stand here, with what is new in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new documents</source>
        <translation>
            <numerusform>%n new document</numerusform>
            <numerusform>%n new documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchHistory</name>
    <message>
        <source>Earlier searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>What are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the below together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same thing in other words or languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These very words, numbers or codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part of the question is matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusArea</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report of this error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing pauses and goes on by itself. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looking for files: %n</source>
        <translation>
            <numerusform>Looking for files: %n</numerusform>
            <numerusform>Looking for files: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>New model: {0} of {1} passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} files, {2} passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognising the text of scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused to save the battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused while other programs need the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than two minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>Model server in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts of your documents and searches are sent to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n folders offline</source>
        <translation>
            <numerusform>%n folder offline</numerusform>
            <numerusform>%n folders offline</numerusform>
        </translation>
    </message>
</context>
</TS>
