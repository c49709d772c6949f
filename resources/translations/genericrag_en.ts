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
        <source>&amp;Go to the search field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Offer completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;type…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;language…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What counts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at this p&amp;age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the c&amp;itation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previo&amp;us page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the page as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why this hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to the folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause or resume indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files with pro&amp;blems…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for &amp;changes in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;tterns of this folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open this folder in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove this folder from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the remo&amp;val of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Offline check…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About GenericRAG</source>
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
    <name>CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{0}; a click removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this program (Qdrant Edge)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this program (local mode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qdrant server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake and goes on. Your index and your files are safe. Please report it with the text below; it has no content of your documents, but may name folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
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
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Changed between two days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To, with that day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left alone for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on trial</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries and breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report names my &amp;folders, and files that stand in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries left out by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model is not in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>GenericRAG {0}. Searches your own documents, on this computer alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GenericRAG</source>
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
    <name>FilterBar</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by type of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own range…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be reached now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no files yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files searchable</source>
        <translation>
            <numerusform>%n file searchable</numerusform>
            <numerusform>%n files searchable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
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
    <name>LibraryPanel</name>
    <message>
        <source>What is searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder to search in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the folder in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is searched in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{0}&lt;/b&gt; files searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} waiting for text recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} waiting to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;ume this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” leaves the library. Its files stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to search in it.</source>
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
    <name>ModeChoice</name>
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
    <name>ModelsPage</name>
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
        <source>Models</source>
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
    <name>OfflinePage</name>
    <message>
        <source>Loaded the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexed the sample documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drew a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads the model, indexes the sample documents, searches and draws a page in a process of its own, in which every attempt to reach a network is refused and written down; the connections that the system lists for it are watched, too. Where the system allows it, the process has no network at all. Your library is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done and attempted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Attempted and refused: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Connection: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The system had taken every network away from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check failed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection was opened or attempted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something reached for a network; see below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
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
    <name>PageText</name>
    <message>
        <source>Text of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternsDialog</name>
    <message>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pattern a line, as in .gitignore, such as *.pdf or drafts/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
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
        <source>picture {0}</source>
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
    <message>
        <source>p. {0}</source>
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
    <name>PresetChoice</name>
    <message>
        <source>What counts in the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts more: meaning, words or precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The page is being drawn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (part)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page cannot be drawn, here is its text. {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>More to do with this hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which page is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which match is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the page as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show why this hit was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts, file names, page positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors of your passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log, without texts or searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your documents are only read, never changed or moved. There is no telemetry, no account and no update check. Diagnostics → Offline check proves that no connection is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts of your documents and searches are sent to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vectors of your passages are sent to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked for that on the page Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer. The only connection the program can open by itself is the download of a model, and only after you pressed its button.</source>
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
    <message>
        <source>Every file is searchable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on “{0}” and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise “{0}” to {1} and try again</source>
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
        <source>Waits for text recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many pages to recognise</source>
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
        <source>Enter the password with `genericrag unlock FILE`, or index a copy without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words to find in it, nor in the picture of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no page; export it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on ocr.enabled in the settings and index again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is recognised as soon as everything else is searchable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise ocr.most_pages in the settings and index again.</source>
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
    <name>ResultsModel</name>
    <message>
        <source>Score {0} = meaning {1} + words {2} + precise {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsText</name>
    <message>
        <source>cannot be reached now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more say the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsViews</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages found</source>
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
    <name>SearchBanner</name>
    <message>
        <source>About this search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
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
        <source>Nothing found for “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a model that was imported or downloaded, or the path of a folder in BGE-M3&apos;s format; empty for the compact model that comes with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where BGE-M3 is downloaded from when you ask for it; a mirror&apos;s address works too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the graphics card if it can be used, else the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the fastest that this machine has; float32 gives FlagEmbedding&apos;s very numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much text goes through the model at once on the processor; a graphics card&apos;s batch follows its free memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most texts that go through the model at once, on top of the limit in tokens; 0: as many as that limit allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the dense vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model must have, 1024 for BGE-M3; another model is refused. 0: any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the model after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without a search after which the window gives the model&apos;s memory back; 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a model server (genericrag serve-model) that embeds instead of this machine. Texts of your documents and queries are sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key that the model server asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience with the model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds in which the model server must have answered a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often something that can pass (a server away, a busy disk) is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds before the first retry; doubled from one to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures that open the breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many failures in a row the model, server or disk is left alone for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds for which it is left alone before one attempt may decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token vectors a passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most token vectors that are kept of a passage; those alike become their mean. Fewer take less disk and find a little less. 0: half as many as the passage has tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates a phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many passages each of the first phases hands on to exact scoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge, local or server; empty for a server when its address is set, else edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a Qdrant server; vectors of your passages go there. Empty: this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the vector server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key of the Qdrant server, if it asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the names of this library&apos;s collections on the Qdrant server begin with; the model&apos;s fingerprint follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience with the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds the vector server may take to answer one request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What dense vectors count in Smart; automatic: what suits the model and the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sparse vectors count in Smart; automatic: what suits the model and the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What token vectors count in Smart; automatic: what suits the model and the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that was embedded once is not put through the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep queries for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds for which the embedding of a query is kept; 0: as long as there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest number of queries whose embeddings are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of the embedding cache, in megabytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page image cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of the page image cache, in megabytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger files are listed as too large instead of being read, in megabytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files with more text are listed instead of being indexed, in millions of characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience with a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds after which reading a file that shows no sign of life is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file whose reading takes more memory is given up, in megabytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many files are read at the same time; 0 lets the number of processors decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read scans and photos by text recognition, once everything else is searchable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rapidocr comes with the program: Latin script, Chinese and Japanese. tesseract has to be installed, with tesserocr; it knows other scripts, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages of tesseract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes of the languages to recognise, with + between; rapidocr needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages to recognise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans with more pages are listed instead: a page takes some five seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience with a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds after which recognising a page is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text recognition that takes more memory is given up, in megabytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns of files and folders to leave out, as in .gitignore, separated by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders are watched while the window is open, and what changed is indexed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through all folders every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes between two looks, for drives that do not report changes; 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause on battery below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window stops indexing when not plugged in and with less charge, in percent; 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause when others need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window stops indexing while other programs use more of the machine; 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds after which drawing the picture of a page is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pdftoppm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where poppler&apos;s pdftoppm lies if it is not on the search path; not required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, or as the system has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of menus and messages; documents are found in any language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In percent of the system&apos;s own size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon in the notification area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window leaves the program there, and it goes on indexing; Quit ends it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Back to the standard: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by the environment variable {0}; it can only be changed there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages and text recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights in Smart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoroughness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache and disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
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
        <source>Stop</source>
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
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report of this error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps against this error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being done to a model</source>
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
        <source>recognising the text of page {0} of {1}</source>
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
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
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
<context>
    <name>StoragePage</name>
    <message>
        <source>Embeddings of passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings of searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue of files and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models brought by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches save time and can be cleared at any moment; they fill again by use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} · {2} % of questions answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every passage that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show each document once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pictures of the pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Search your own documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By meaning and by word, in any language. Everything stays on this computer, and your files are only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try sample documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download BGE-M3…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the compact model that comes with the program. Add a folder, or drop folders anywhere on this window; the first files are searchable within seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download BGE-M3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full model: finds more and takes more time to index. 2.3 GB, some 6 minutes at 50 Mbit/s. You can begin with the compact model meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder in BGE-M3&apos;s format that is on this computer or a USB drive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in both, and what each adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which word of the query met which of the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heat map on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the words of the page by their nearness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word against word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {0}: {1} % of the strongest hit of this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was found by its words alone: there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Plurals</name>
    <message numerus="yes">
        <source>%n more passages</source>
        <translation>
            <numerusform>%n more passage</numerusform>
            <numerusform>%n more passages</numerusform>
        </translation>
    </message>
</context>
</TS>
