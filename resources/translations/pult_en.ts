<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BannerDesk</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BannerStack</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message numerus="yes">
        <source>%n products without a name</source>
        <translation>
            <numerusform>%n product without a name</numerusform>
            <numerusform>%n products without a name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message numerus="yes">
        <source>%n orders are not in {register}</source>
        <translation>
            <numerusform>%n order is not in {register}</numerusform>
            <numerusform>%n orders are not in {register}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{vendor} sent %n orders it does not know itself</source>
        <translation>
            <numerusform>{vendor} sent an order it does not know itself</numerusform>
            <numerusform>{vendor} sent %n orders it does not know itself</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n slip waits</numerusform>
            <numerusform>%n slips wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>asked once</numerusform>
            <numerusform>asked %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>Nothing can be taken from this file: %n faults</source>
        <translation>
            <numerusform>Nothing can be taken from this file: %n fault</numerusform>
            <numerusform>Nothing can be taken from this file: %n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n products the file does not name</source>
        <translation>
            <numerusform>Remove the %n product the file does not name</numerusform>
            <numerusform>Remove the %n products the file does not name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LampBar</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n connected and ready</source>
        <translation>
            <numerusform>All %n connected and ready</numerusform>
            <numerusform>All %n connected and ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message numerus="yes">
        <source>%n orders on the board wait to be told, the oldest {number}.</source>
        <translation>
            <numerusform>%n order on the board waits to be told: {number}.</numerusform>
            <numerusform>%n orders on the board wait to be told, the oldest {number}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message numerus="yes">
        <source>{kind}, %n characters</source>
        <translation>
            <numerusform>{kind}, %n character</numerusform>
            <numerusform>{kind}, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n slips go to “{printer}”</source>
        <translation>
            <numerusform>%n slip goes to “{printer}”</numerusform>
            <numerusform>%n slips go to “{printer}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number}: %n letters could not be printed by “{printer}”.</source>
        <translation>
            <numerusform>{number}: a letter could not be printed by “{printer}”.</numerusform>
            <numerusform>{number}: %n letters could not be printed by “{printer}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message numerus="yes">
        <source>%n new orders</source>
        <translation>
            <numerusform>%n new order</numerusform>
            <numerusform>%n new orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n slip waits</numerusform>
            <numerusform>%n slips wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanBox</name>
    <message numerus="yes">
        <source>The same code again, %n times by now. It acted once alone.</source>
        <translation>
            <numerusform>The same code again. It acted once alone.</numerusform>
            <numerusform>The same code again, %n times by now. It acted once alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanDoctor</name>
    <message numerus="yes">
        <source>{time} ms for %n bytes</source>
        <translation>
            <numerusform>{time} ms for %n byte</numerusform>
            <numerusform>{time} ms for %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlipSection</name>
    <message numerus="yes">
        <source>%n changes, not saved</source>
        <translation>
            <numerusform>%n change, not saved</numerusform>
            <numerusform>%n changes, not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WidthDialog</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
</context>
</TS>
