<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>EmptyState</name>
    <message numerus="yes">
        <source>%n file(s) have not been read yet.</source>
        <translation>
            <numerusform>%n file has not been read yet.</numerusform>
            <numerusform>%n files have not been read yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluationDialog</name>
    <message numerus="yes">
        <source>%n results are marked</source>
        <translation>
            <numerusform>%n result is marked</numerusform>
            <numerusform>%n results are marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n searches with a right one</source>
        <translation>
            <numerusform>%n search with a right one</numerusform>
            <numerusform>%n searches with a right one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weights can be looked for after %n more searches.</source>
        <translation>
            <numerusform>Weights can be looked for after %n more search.</numerusform>
            <numerusform>Weights can be looked for after %n more searches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderList</name>
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
    <name>Indexing</name>
    <message numerus="yes">
        <source>%n files were indexed.</source>
        <translation>
            <numerusform>%n file was indexed.</numerusform>
            <numerusform>%n files were indexed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n results were written to {0}.</source>
        <translation>
            <numerusform>%n result was written to {0}.</numerusform>
            <numerusform>%n results were written to {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message numerus="yes">
        <source>%n passages are embedded anew</source>
        <translation>
            <numerusform>%n passage is embedded anew</numerusform>
            <numerusform>%n passages are embedded anew</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message numerus="yes">
        <source>%n new documents</source>
        <translation>
            <numerusform>%n new document</numerusform>
            <numerusform>%n new documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusArea</name>
    <message numerus="yes">
        <source>Looking for files: %n</source>
        <translation>
            <numerusform>Looking for files: %n</numerusform>
            <numerusform>Looking for files: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
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
