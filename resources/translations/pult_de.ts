<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation>Keine: alle Werte sind die, mit denen Pult kommt</translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation>Bestellungen (pult.sqlite3), Protokolle und Bons des virtuellen Druckers</translation>
    </message>
    <message>
        <source>Problem codes</source>
        <translation>Problemcodes</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>Absence</name>
    <message>
        <source>Away {span}. {cause}.</source>
        <translation>Abwesend {span}. {cause}.</translation>
    </message>
    <message>
        <source>Every vendor has been asked since; nothing is missing.</source>
        <translation>Seitdem wurden alle Anbieter gefragt; nichts fehlt.</translation>
    </message>
    <message>
        <source>Everything this till had before is here. What it was sending is asked about.</source>
        <translation>Alles, was dieses Gerät vorher hatte, ist da. Was es gerade sendete, wird nachgefragt.</translation>
    </message>
    <message>
        <source>No order of that time has come in.</source>
        <translation>Aus dieser Zeit kam keine Bestellung.</translation>
    </message>
    <message>
        <source>Others may be missing: look at {vendors} itself.</source>
        <translation>Andere fehlen vielleicht: bei {vendors} selbst nachsehen.</translation>
    </message>
    <message>
        <source>Pult was closed</source>
        <translation>Pult war geschlossen</translation>
    </message>
    <message>
        <source>Pult was stopped without being closed</source>
        <translation>Pult endete, ohne geschlossen zu werden</translation>
    </message>
    <message>
        <source>This PC slept or stood still</source>
        <translation>Dieser PC schlief oder stand still</translation>
    </message>
    <message>
        <source>{orders} of that time came in since.</source>
        <translation>Seitdem kamen {orders} aus dieser Zeit.</translation>
    </message>
    <message>
        <source>{vendor} calls for each order and cannot be asked for them later. Look at {vendor} itself for orders of {span}.</source>
        <translation>{vendor} ruft für jede Bestellung an und kann später nicht gefragt werden. Bestellungen von {span} bei {vendor} selbst ansehen.</translation>
    </message>
    <message>
        <source>{vendor} has been asked since, and its list is whole.</source>
        <translation>{vendor} wurde seitdem gefragt, die Liste ist vollständig.</translation>
    </message>
    <message>
        <source>{vendor} has not answered yet. Pult asks by itself; until then look at {vendor}.</source>
        <translation>{vendor} hat noch nicht geantwortet. Pult fragt von selbst; bis dahin bei {vendor} nachsehen.</translation>
    </message>
</context>
<context>
    <name>AbsenceDesk</name>
    <message>
        <source>I have looked</source>
        <translation>Nachgesehen</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo nachsehen</translation>
    </message>
    <message>
        <source>While Pult was away</source>
        <translation>Während Pult weg war</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>Late · {waited}</source>
        <translation>Spät · {waited}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} T</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} Std</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>BannerDesk</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>BannerStack</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>{heads} · and {count} more</source>
        <translation>{heads} · und {count} mehr</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message>
        <source>Fewer details</source>
        <translation>Weniger Details</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Mehr Details</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead</source>
        <translation>Kein Ton: Pult blinkt stattdessen</translation>
    </message>
    <message>
        <source>Stop flashing</source>
        <translation>Blinken aus</translation>
    </message>
    <message>
        <source>Stop ringing</source>
        <translation>Klingeln aus</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Accepted orders come here.</source>
        <translation>Angenommene Bestellungen kommen hierher.</translation>
    </message>
    <message>
        <source>Collect all older than …</source>
        <translation>Abgeholt: alle älter als …</translation>
    </message>
    <message>
        <source>Collect older …</source>
        <translation>Ältere sind abgeholt …</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Later {count}</source>
        <translation>Später {count}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>No new orders</source>
        <translation>Keine neuen Bestellungen</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>Nichts zu übergeben</translation>
    </message>
    <message>
        <source>Nothing to prepare</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Older {count}</source>
        <translation>Ältere {count}</translation>
    </message>
    <message>
        <source>On the way {count}</source>
        <translation>Unterwegs {count}</translation>
    </message>
    <message>
        <source>Orders that are ready wait here.</source>
        <translation>Fertige Bestellungen warten hier.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Pult rings when one comes.</source>
        <translation>Pult klingelt, wenn eine kommt.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>first left {time}</source>
        <translation>erste ging um {time} los</translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>nächste {time}</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>Back to the oldest</source>
        <translation>Zurück zur ältesten</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} mehr</translation>
    </message>
</context>
<context>
    <name>CallOut</name>
    <message>
        <source>Order {number} is ready</source>
        <translation>Bestellung {number} ist fertig</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Cancelled by the customer</source>
        <translation>Vom Kunden storniert</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Anderswo geändert</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Collected elsewhere</source>
        <translation>Anderswo abgeholt</translation>
    </message>
    <message>
        <source>Comes forward {time}</source>
        <translation>Kommt um {time} nach vorn</translation>
    </message>
    <message>
        <source>Delivery {time}</source>
        <translation>Lieferung {time}</translation>
    </message>
    <message>
        <source>Did the slip come out?</source>
        <translation>Kam der Bon heraus?</translation>
    </message>
    <message>
        <source>Did “{printer}” print it?</source>
        <translation>Hat „{printer}“ ihn gedruckt?</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>{amount} zurückgeben</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Held until {time}</source>
        <translation>Zurückgehalten bis {time}</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Lieferung nach Hause</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Spät</translation>
    </message>
    <message>
        <source>Late: ordered at {time}</source>
        <translation>Spät: bestellt um {time}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>Left, set elsewhere</source>
        <translation>Nicht abgeholt, anderswo gesetzt</translation>
    </message>
    <message>
        <source>Loyalty card for {number}</source>
        <translation>Kundenkarte für {number}</translation>
    </message>
    <message>
        <source>Money taken, not accepted</source>
        <translation>Kassiert, aber nicht angenommen</translation>
    </message>
    <message>
        <source>No card can be put to this order any more.</source>
        <translation>Zu dieser Bestellung passt keine Karte mehr.</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Kein Bon</translation>
    </message>
    <message>
        <source>No slip at “{printer}”</source>
        <translation>Kein Bon an „{printer}“</translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation>Kein Bon: kein Drucker</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Not confirmed by {vendor}</source>
        <translation>Von {vendor} nicht bestätigt</translation>
    </message>
    <message>
        <source>Not in {vendor}</source>
        <translation>Nicht in {vendor}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Number of the card</source>
        <translation>Nummer der Karte</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation>Unterwegs seit {time}</translation>
    </message>
    <message>
        <source>Payment failed, {amount}</source>
        <translation>Zahlung gescheitert, {amount}</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>Zahlung nicht bestätigt</translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation>Abholung {time}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Refunded by {vendor}</source>
        <translation>Von {vendor} erstattet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Refused by {vendor}</source>
        <translation>Von {vendor} verweigert</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rejected elsewhere</source>
        <translation>Anderswo abgelehnt</translation>
    </message>
    <message>
        <source>Scan the card now, or type its number:</source>
        <translation>Jetzt die Karte scannen oder ihre Nummer eingeben:</translation>
    </message>
    <message>
        <source>Slip out?</source>
        <translation>Bon da?</translation>
    </message>
    <message>
        <source>Slip waits</source>
        <translation>Bon wartet</translation>
    </message>
    <message>
        <source>Slip waits for paper</source>
        <translation>Bon wartet auf Papier</translation>
    </message>
    <message>
        <source>Slip waits for the printer</source>
        <translation>Bon wartet auf den Drucker</translation>
    </message>
    <message>
        <source>Slip waits for “{printer}”</source>
        <translation>Bon wartet auf „{printer}“</translation>
    </message>
    <message>
        <source>Slip waits: cover open</source>
        <translation>Bon wartet: Deckel offen</translation>
    </message>
    <message>
        <source>Sold out: {item}</source>
        <translation>Ausverkauft: {item}</translation>
    </message>
    <message>
        <source>Sold out: {item} and {count} more</source>
        <translation>Ausverkauft: {item} und {count} mehr</translation>
    </message>
    <message>
        <source>State not known</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>Telling {vendor}</source>
        <translation>{vendor} wird informiert</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>To pay {amount}</source>
        <translation>Zu zahlen: {amount}</translation>
    </message>
    <message>
        <source>To pay: ask</source>
        <translation>Zu zahlen: erfragen</translation>
    </message>
    <message>
        <source>Trying again, {nth} time</source>
        <translation>Neuer Versuch, zum {nth} Mal</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>Diese Karte nehmen</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waits for {vendor}</source>
        <translation>Wartet auf {vendor}</translation>
    </message>
    <message>
        <source>just come in</source>
        <translation>gerade gekommen</translation>
    </message>
    <message>
        <source>waiting {waited}</source>
        <translation>wartet {waited}</translation>
    </message>
    <message>
        <source>{move} not confirmed</source>
        <translation>{move}: nicht bestätigt</translation>
    </message>
    <message>
        <source>{number} twice</source>
        <translation>{number} doppelt</translation>
    </message>
    <message>
        <source>{vendor} not told yet</source>
        <translation>{vendor} weiß es noch nicht</translation>
    </message>
    <message>
        <source>{vendor} says otherwise</source>
        <translation>{vendor} sagt etwas anderes</translation>
    </message>
    <message>
        <source>“{printer}” out?</source>
        <translation>Aus „{printer}“?</translation>
    </message>
    <message>
        <source>“{printer}” waits for paper</source>
        <translation>„{printer}“ wartet auf Papier</translation>
    </message>
    <message>
        <source>“{printer}” waits: cover open</source>
        <translation>„{printer}“ wartet: Deckel offen</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Columns Pult does not know were left out: {columns}</source>
        <translation>Spalten, die Pult nicht kennt, wurden ausgelassen: {columns}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Englischer Name</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the catalogue</source>
        <translation>Katalog exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation>Ordner und Dateien</translation>
    </message>
    <message>
        <source>German name</source>
        <translation>Deutscher Name</translation>
    </message>
    <message>
        <source>Hungarian name</source>
        <translation>Ungarischer Name</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Katalog importieren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>Zeile {line}: {words}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Neues Produkt</translation>
    </message>
    <message>
        <source>No name yet: on {numbers}</source>
        <translation>Noch ohne Namen: auf {numbers}</translation>
    </message>
    <message>
        <source>One folder up</source>
        <translation>Ein Ordner höher</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Product id</source>
        <translation>Produkt-ID</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Register article</source>
        <translation>Kassenartikel</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Spanish name</source>
        <translation>Spanischer Name</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Tap a file above, or write its path here</source>
        <translation>Oben eine Datei antippen oder hier ihren Pfad eingeben</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>MwSt.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>a quotation mark is missing or stands in the wrong place</source>
        <translation>ein Anführungszeichen fehlt oder steht falsch</translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of a long number: format the column as text</source>
        <translation>die Tabelle machte aus einer langen Zahl {value}: die Spalte als Text formatieren</translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of the barcode: format the column as text</source>
        <translation>die Tabelle machte aus dem Barcode {value}: die Spalte als Text formatieren</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>no product id</source>
        <translation>keine Produkt-ID</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>the VAT {value} is below 1 %: write 27 for 27 %</source>
        <translation>die MwSt. {value} liegt unter 1 %: für 27 % bitte 27 schreiben</translation>
    </message>
    <message>
        <source>the VAT {value} is not in 0 to 100 %</source>
        <translation>die MwSt. {value} liegt nicht zwischen 0 und 100 %</translation>
    </message>
    <message>
        <source>the VAT “{value}” is not a number</source>
        <translation>die MwSt. „{value}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>the barcode {value} has a wrong digit: its check digit does not fit</source>
        <translation>der Barcode {value} hat eine falsche Ziffer: die Prüfziffer passt nicht</translation>
    </message>
    <message>
        <source>the barcode {value} has not 8, 12 or 13 digits</source>
        <translation>der Barcode {value} hat nicht 8, 12 oder 13 Ziffern</translation>
    </message>
    <message>
        <source>the column {value} is none of name_en, name_hu, name_de, name_es</source>
        <translation>die Spalte {value} ist keine von name_en, name_hu, name_de, name_es</translation>
    </message>
    <message>
        <source>the column {value} is there twice</source>
        <translation>die Spalte {value} gibt es zweimal</translation>
    </message>
    <message>
        <source>the file cannot be read: {value}</source>
        <translation>die Datei ist nicht lesbar: {value}</translation>
    </message>
    <message>
        <source>the file ends in the middle of the row</source>
        <translation>die Datei endet mitten in der Zeile</translation>
    </message>
    <message>
        <source>the file has a header, but no products</source>
        <translation>die Datei hat eine Kopfzeile, aber keine Produkte</translation>
    </message>
    <message>
        <source>the file has more than {value} MB</source>
        <translation>die Datei hat mehr als {value} MB</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the price {value} can be read in two ways: write it without a thousands mark</source>
        <translation>der Preis {value} lässt sich zweifach lesen: ohne Tausendertrennung schreiben</translation>
    </message>
    <message>
        <source>the price {value} has more decimals than {other} has</source>
        <translation>der Preis {value} hat mehr Nachkommastellen als {other}</translation>
    </message>
    <message>
        <source>the price {value} is below zero</source>
        <translation>der Preis {value} ist kleiner als null</translation>
    </message>
    <message>
        <source>the price {value} is more than anything costs</source>
        <translation>der Preis {value} ist höher als alles, was es gibt</translation>
    </message>
    <message>
        <source>the price “{value}” is not a number</source>
        <translation>der Preis „{value}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>the product id {value} stands in line {other} already</source>
        <translation>die Produkt-ID {value} steht schon in Zeile {other}</translation>
    </message>
    <message>
        <source>the product id “{value}” has invisible letters or several spaces in it</source>
        <translation>die Produkt-ID „{value}“ hat unsichtbare Zeichen oder mehrere Leerzeichen</translation>
    </message>
    <message>
        <source>there are more than {value} products</source>
        <translation>es sind mehr als {value} Produkte</translation>
    </message>
    <message>
        <source>there is no column product_id</source>
        <translation>die Spalte product_id fehlt</translation>
    </message>
    <message>
        <source>there is none of the columns name_en, name_hu, name_de, name_es</source>
        <translation>keine der Spalten name_en, name_hu, name_de, name_es ist da</translation>
    </message>
    <message>
        <source>this is a workbook, not a CSV file: save it as “CSV UTF-8”</source>
        <translation>das ist eine Arbeitsmappe, keine CSV-Datei: als „CSV UTF-8“ speichern</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <translation>das ist keine Textdatei</translation>
    </message>
    <message>
        <source>this product id is in the catalogue already</source>
        <translation>diese Produkt-ID steht schon im Katalog</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation>{path} lässt sich nicht öffnen: {reason}</translation>
    </message>
    <message>
        <source>{value} cells where the header has {other}: put texts with commas in quotes</source>
        <translation>{value} Zellen, die Kopfzeile hat {other}: Texte mit Kommas in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>{value} has more than {other} letters</source>
        <translation>{value} hat mehr als {other} Zeichen</translation>
    </message>
    <message>
        <source>{value} is no currency: write three letters, such as HUF or EUR</source>
        <translation>{value} ist keine Währung: drei Buchstaben schreiben, etwa HUF oder EUR</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message numerus="yes">
        <source>%n products without a name</source>
        <translation>
            <numerusform>%n Produkt ohne Namen</numerusform>
            <numerusform>%n Produkte ohne Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back the previous catalogue</source>
        <translation>Vorigen Katalog zurückholen</translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation>Wird zurückgeholt…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import a CSV file, or add products one by one. Until then ids are shown.</source>
        <translation>Eine CSV-Datei importieren oder Produkte einzeln anlegen. Bis dahin stehen IDs da.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Looked in names, ids, barcodes, stations and articles.</source>
        <translation>Gesucht in Namen, IDs, Barcodes, Stationen und Artikeln.</translation>
    </message>
    <message>
        <source>Name, product id, barcode or station</source>
        <translation>Name, Produkt-ID, Barcode oder Station</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Neues Produkt</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Nichts gefunden für „{text}“</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>Sold out…</source>
        <translation>Ausverkauft…</translation>
    </message>
    <message>
        <source>The catalogue is empty</source>
        <translation>Der Katalog ist leer</translation>
    </message>
    <message>
        <source>They are on open orders; cards and slips show their ids. Tap one to name it.</source>
        <translation>Sie stehen auf offenen Bestellungen; Karten und Bons zeigen ihre ID. Antippen und benennen.</translation>
    </message>
    <message>
        <source>Until {time} there was another catalogue, of {products}.</source>
        <translation>Bis {time} gab es einen anderen Katalog mit {products}.</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Imported: {added} new, {changed} changed, {removed} removed.</source>
        <translation>Importiert: {added} neu, {changed} geändert, {removed} entfernt.</translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation>Pult konnte nicht speichern. Der Katalog ist wie zuvor.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>The previous catalogue is back.</source>
        <translation>Der vorige Katalog ist zurück.</translation>
    </message>
    <message>
        <source>There is no previous catalogue.</source>
        <translation>Es gibt keinen vorigen Katalog.</translation>
    </message>
    <message>
        <source>{path}: {problem}. Choose another folder.</source>
        <translation>{path}: {problem}. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{products} written to {path}.</source>
        <translation>{products} nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>{product} is removed.</source>
        <translation>{product} ist entfernt.</translation>
    </message>
    <message>
        <source>{product} is saved.</source>
        <translation>{product} ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message numerus="yes">
        <source>%n orders are not in {register}</source>
        <translation>
            <numerusform>%n Bestellung ist nicht in {register}</numerusform>
            <numerusform>%n Bestellungen sind nicht in {register}</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the other program that uses the port. Pult tries again by itself.</source>
        <translation>Das andere Programm schließen, das den Port benutzt. Pult versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Delete what is not needed, or empty the bin.</source>
        <translation>Löschen, was nicht gebraucht wird, oder den Papierkorb leeren.</translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation>Kam Bon {number} heraus?</translation>
    </message>
    <message>
        <source>Did these slips come out?</source>
        <translation>Kamen diese Bons heraus?</translation>
    </message>
    <message>
        <source>Do not delete anything in Pult's own folder.</source>
        <translation>Nichts im eigenen Ordner von Pult löschen.</translation>
    </message>
    <message>
        <source>Do not switch the till off while orders are in work.</source>
        <translation>Das Gerät nicht ausschalten, solange Bestellungen laufen.</translation>
    </message>
    <message>
        <source>Do not wait for new orders here: look on the vendor's own tablet.</source>
        <translation>Neue Bestellungen nicht hier erwarten: auf dem Tablet des Anbieters nachsehen.</translation>
    </message>
    <message>
        <source>Else change the port in Settings, Advanced.</source>
        <translation>Sonst den Port unter Einstellungen, Erweitert ändern.</translation>
    </message>
    <message>
        <source>Free some space on the disk. Pult tries again by itself.</source>
        <translation>Auf der Festplatte Platz schaffen. Pult versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Kitchen and hand-over go on. Settle it here, or ring it up by hand.</source>
        <translation>Küche und Übergabe laufen weiter. Hier klären oder von Hand bonieren.</translation>
    </message>
    <message>
        <source>Look at slips</source>
        <translation>Bons ansehen</translation>
    </message>
    <message>
        <source>Look whether a second Pult runs on this computer.</source>
        <translation>Nachsehen, ob auf diesem PC ein zweites Pult läuft.</translation>
    </message>
    <message>
        <source>Look whether the disk is still plugged in.</source>
        <translation>Nachsehen, ob die Festplatte noch angeschlossen ist.</translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation>Nicht in der Kasse</translation>
    </message>
    <message>
        <source>Nothing is lost here. Ask {vendor} whether a customer waits for it.</source>
        <translation>Hier geht nichts verloren. Bei {vendor} fragen, ob ein Kunde darauf wartet.</translation>
    </message>
    <message>
        <source>Old slips wait: print them?</source>
        <translation>Alte Bons warten: drucken?</translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away for now.</source>
        <translation>Die Bestellungen hier sind sicher, neue werden vorerst abgewiesen.</translation>
    </message>
    <message>
        <source>Orders on the board are safe; a vendor calls again for new ones.</source>
        <translation>Die Bestellungen hier sind sicher; für neue ruft der Anbieter wieder an.</translation>
    </message>
    <message>
        <source>Press the button again that did nothing.</source>
        <translation>Den Knopf noch einmal drücken, der nichts tat.</translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation>Pult kann nicht speichern</translation>
    </message>
    <message>
        <source>Pult cannot take calls from vendors</source>
        <translation>Pult kann keine Aufrufe von Anbietern annehmen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Slips to ask about</source>
        <translation>Fragliche Bons</translation>
    </message>
    <message>
        <source>Unknown to their vendor</source>
        <translation>Dem Anbieter unbekannt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>{numbers} and {count} more</source>
        <translation>{numbers} und {count} mehr</translation>
    </message>
    <message>
        <source>{numbers}. Orders go on. Look at the printer, then answer here.</source>
        <translation>{numbers}. Bestellungen laufen weiter. Am Drucker nachsehen, dann hier antworten.</translation>
    </message>
    <message>
        <source>{number} is not in {register}</source>
        <translation>{number} ist nicht in {register}</translation>
    </message>
    <message numerus="yes">
        <source>{vendor} sent %n orders it does not know itself</source>
        <translation>
            <numerusform>{vendor} schickte %n Bestellung, die es selbst nicht kennt</numerusform>
            <numerusform>{vendor} schickte %n Bestellungen, die es selbst nicht kennt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeBand</name>
    <message>
        <source>Give change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>No change to give</source>
        <translation>Kein Rückgeld</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Teil nehmen</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>{amount} fehlen</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Choose {choice}</source>
        <translation>{choice} wählen</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Orders are safe, but times on screen and slips are wrong. Have date and time of this PC set.</source>
        <translation>Bestellungen sind sicher, aber Uhrzeiten auf Bildschirm und Bons stimmen nicht. Datum und Uhrzeit dieses PCs stellen lassen.</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong.</source>
        <translation>Die Uhr dieses PCs geht falsch.</translation>
    </message>
    <message>
        <source>The clock of this PC is {span} fast</source>
        <translation>Die Uhr dieses PCs geht {span} vor</translation>
    </message>
    <message>
        <source>The clock of this PC is {span} slow</source>
        <translation>Die Uhr dieses PCs geht {span} nach</translation>
    </message>
</context>
<context>
    <name>ClosedBand</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open this till</source>
        <translation>Dieses Gerät öffnen</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Came in meanwhile</source>
        <translation>Inzwischen gekommen</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Bar zurückgegeben</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>Bar kassiert</translation>
    </message>
    <message>
        <source>Change brought</source>
        <translation>Wechselgeld gebracht</translation>
    </message>
    <message>
        <source>Close for today</source>
        <translation>Für heute schließen</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>Closed since {since} by {name}. New orders are kept: they ring when you open.</source>
        <translation>Geschlossen seit {since} von {name}. Neue Bestellungen bleiben: sie klingeln beim Öffnen.</translation>
    </message>
    <message>
        <source>Closed since {since}. New orders are kept: they ring when you open.</source>
        <translation>Geschlossen seit {since}. Neue Bestellungen bleiben erhalten: sie klingeln beim Öffnen.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Collect all ready ({count})</source>
        <translation>Alle fertigen abgeholt ({count})</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Count notes and coins</source>
        <translation>Scheine und Münzen zählen</translation>
    </message>
    <message>
        <source>Count the drawer and key it in.</source>
        <translation>Die Lade zählen und eingeben.</translation>
    </message>
    <message>
        <source>Count what lies in the drawer to give change with.</source>
        <translation>Das Wechselgeld in der Lade zählen.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Counted in the drawer</source>
        <translation>In der Lade gezählt</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Tagesblatt</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Lade</translation>
    </message>
    <message>
        <source>Drawer opened at {time}, no sale</source>
        <translation>Kassenlade geöffnet um {time}, kein Verkauf</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Kassenlade ohne Verkauf geöffnet</translation>
    </message>
    <message>
        <source>Drawer · {hours}</source>
        <translation>Lade · {hours}</translation>
    </message>
    <message>
        <source>Earlier shifts</source>
        <translation>Frühere Schichten</translation>
    </message>
    <message>
        <source>Everything is confirmed.</source>
        <translation>Alles ist bestätigt.</translation>
    </message>
    <message>
        <source>Everything is paid.</source>
        <translation>Alles ist bezahlt.</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>In der Lade erwartet</translation>
    </message>
    <message>
        <source>Expected {amount}</source>
        <translation>Erwartet {amount}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Figures: {shift}</source>
        <translation>Zahlen: {shift}</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>Wechselgeld in der Lade</translation>
    </message>
    <message>
        <source>For another day: {count}. They stay on the board.</source>
        <translation>Für einen anderen Tag: {count}. Sie bleiben auf dem Board.</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Unbezahlt übergeben</translation>
    </message>
    <message>
        <source>How many: {piece}</source>
        <translation>Wie viele: {piece}</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>Money taken here</source>
        <translation>Hier kassiertes Geld</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Keine Differenz</translation>
    </message>
    <message>
        <source>No order stands on the board.</source>
        <translation>Keine Bestellung steht auf dem Board.</translation>
    </message>
    <message>
        <source>No printer of this till prints slips.</source>
        <translation>Kein Drucker dieses Geräts druckt Bons.</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>Keine Schicht ist offen</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Not in the drawer</source>
        <translation>Nicht in der Lade</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Not written: {path}: {reason}.</source>
        <translation>Nicht geschrieben: {path}: {reason}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note, may stay empty</source>
        <translation>Notiz, darf leer bleiben</translation>
    </message>
    <message>
        <source>Nothing is to be settled.</source>
        <translation>Nichts ist zu klären.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Lade öffnen</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>Liste öffnen</translation>
    </message>
    <message>
        <source>Open list: {text}</source>
        <translation>Liste öffnen: {text}</translation>
    </message>
    <message>
        <source>Open one when somebody takes over the drawer. Selling goes on without it.</source>
        <translation>Eine öffnen, wenn jemand die Lade übernimmt. Der Verkauf geht auch ohne.</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Schicht öffnen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Eingezahlt</translation>
    </message>
    <message>
        <source>Paid in at {time}</source>
        <translation>Eingezahlt um {time}</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Paid out at {time}</source>
        <translation>Ausgezahlt um {time}</translation>
    </message>
    <message>
        <source>Parts of Closing</source>
        <translation>Teile des Abschlusses</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Printed by “{printer}”.</source>
        <translation>Gedruckt von „{printer}“.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Wird gedruckt…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Settle it: {number}</source>
        <translation>Klären: {number}</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Shift · {hours}</source>
        <translation>Schicht · {hours}</translation>
    </message>
    <message>
        <source>Since the last shift was closed. It belongs to the next one, not to its float:</source>
        <translation>Seit die letzte Schicht geschlossen wurde. Es gehört zur nächsten, nicht zu ihrem Wechselgeld:</translation>
    </message>
    <message>
        <source>Since {since}, still open</source>
        <translation>Seit {since}, noch offen</translation>
    </message>
    <message>
        <source>Slips that wait for {printer}</source>
        <translation>Bons, die auf {printer} warten</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Still on the board</source>
        <translation>Noch auf dem Board</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Der Tag danach</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Der Tag davor</translation>
    </message>
    <message>
        <source>The drawer without a sale</source>
        <translation>Die Kassenlade ohne Verkauf</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Abzuschließen</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>Zur Bank</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Alle zurücknehmen</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Wofür?</translation>
    </message>
    <message>
        <source>What is still open stays on the board.</source>
        <translation>Was noch offen ist, bleibt auf dem Board.</translation>
    </message>
    <message>
        <source>While closed, new orders are kept without ringing or being accepted by themselves. They ring when you open. Vendors are not told: customers can still order there.</source>
        <translation>Solange geschlossen ist, bleiben neue Bestellungen ohne Klingeln und ohne Annahme liegen. Sie klingeln beim Öffnen. Die Anbieter erfahren nichts: Kunden können dort weiter bestellen.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write CSV</source>
        <translation>CSV schreiben</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>closed by {name}</source>
        <translation>geschlossen von {name}</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>abgeholt</translation>
    </message>
    <message>
        <source>handed over unpaid</source>
        <translation>unbezahlt übergeben</translation>
    </message>
    <message>
        <source>left</source>
        <translation>nicht abgeholt</translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation>Treuepunkte</translation>
    </message>
    <message>
        <source>loyalty points given back</source>
        <translation>Treuepunkte zurückgegeben</translation>
    </message>
    <message>
        <source>opened by {name}</source>
        <translation>geöffnet von {name}</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>the failed payment</source>
        <translation>die gescheiterte Zahlung</translation>
    </message>
    <message>
        <source>the order at the register</source>
        <translation>die Bestellung in der Kasse</translation>
    </message>
    <message>
        <source>the payment</source>
        <translation>die Zahlung</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>{amount} fehlen</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>{amount} zu viel</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{figure} ({currency})</source>
        <translation>{figure} ({currency})</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std {minutes} min</translation>
    </message>
    <message>
        <source>{move}: {number}</source>
        <translation>{move}: {number}</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} bis {until}</translation>
    </message>
    <message>
        <source>{taken} taken, {returned} given back</source>
        <translation>{taken} kassiert, {returned} zurückgegeben</translation>
    </message>
    <message>
        <source>{vendor} · handed over unpaid · since {since}</source>
        <translation>{vendor} · unbezahlt übergeben · seit {since}</translation>
    </message>
    <message>
        <source>{vendor} · money goes back · since {since}</source>
        <translation>{vendor} · Geld geht zurück · seit {since}</translation>
    </message>
    <message>
        <source>{vendor} · nobody has confirmed it · since {since}</source>
        <translation>{vendor} · niemand hat es bestätigt · seit {since}</translation>
    </message>
    <message>
        <source>{vendor} · payment failed · since {since}</source>
        <translation>{vendor} · Zahlung gescheitert · seit {since}</translation>
    </message>
    <message>
        <source>{vendor} · settle it there · since {since}</source>
        <translation>{vendor} · dort zu klären · seit {since}</translation>
    </message>
    <message>
        <source>{vendor} · {outcome}</source>
        <translation>{vendor} · {outcome}</translation>
    </message>
    <message>
        <source>{vendor} · {state}</source>
        <translation>{vendor} · {state}</translation>
    </message>
    <message>
        <source>{vendor} · {state} · since {since}</source>
        <translation>{vendor} · {state} · seit {since}</translation>
    </message>
    <message>
        <source>{what}, by {vendor}</source>
        <translation>{what}, von {vendor}</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>A code was not readable and was dropped.</source>
        <translation>Ein Code war nicht lesbar und wurde verworfen.</translation>
    </message>
    <message>
        <source>A fault of Pult's own; the log holds the details.</source>
        <translation>Ein Fehler von Pult selbst; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>A newer Pult was looked for and could not be had; nothing was changed.</source>
        <translation>Ein neueres Pult war nicht zu bekommen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A scanner is not there.</source>
        <translation>Ein Scanner ist nicht da.</translation>
    </message>
    <message>
        <source>It is not known whether a slip came out.</source>
        <translation>Es ist nicht bekannt, ob ein Bon herauskam.</translation>
    </message>
    <message>
        <source>It is not known whether the vendor heard it. Pult asks by itself.</source>
        <translation>Es ist nicht bekannt, ob der Anbieter es gehört hat. Pult fragt von selbst.</translation>
    </message>
    <message>
        <source>Letters on a slip are printed as ?, since the printer does not have them.</source>
        <translation>Auf einem Bon stehen ? für Zeichen, die der Drucker nicht hat.</translation>
    </message>
    <message>
        <source>No printer prints slips.</source>
        <translation>Kein Drucker druckt Bons.</translation>
    </message>
    <message>
        <source>Pult cannot save: look at the disk.</source>
        <translation>Pult kann nicht speichern: nach der Festplatte sehen.</translation>
    </message>
    <message>
        <source>Pult stopped by itself and was started again; all orders are kept.</source>
        <translation>Pult endete von selbst und wurde neu gestartet; alle Bestellungen sind gesichert.</translation>
    </message>
    <message>
        <source>Slips wait until the printer is well.</source>
        <translation>Bons warten, bis der Drucker wieder kann.</translation>
    </message>
    <message>
        <source>Somebody else changed the order.</source>
        <translation>Jemand anderes hat die Bestellung geändert.</translation>
    </message>
    <message>
        <source>Somebody else ended the order.</source>
        <translation>Jemand anderes hat die Bestellung beendet.</translation>
    </message>
    <message>
        <source>Somebody else was first at the vendor; what was pressed here was not sent.</source>
        <translation>Jemand war beim Anbieter schneller; was hier gedrückt wurde, ging nicht hinaus.</translation>
    </message>
    <message>
        <source>The amount was not read again in time, so no payment was noted.</source>
        <translation>Der Betrag wurde nicht rechtzeitig neu gelesen, daher ist keine Zahlung notiert.</translation>
    </message>
    <message>
        <source>The cash drawer did not open; the payment is noted all the same.</source>
        <translation>Die Kassenlade ging nicht auf; die Zahlung ist trotzdem notiert.</translation>
    </message>
    <message>
        <source>The clock of this PC differs from the vendors' by five minutes or more.</source>
        <translation>Die Uhr dieses PCs weicht um fünf Minuten oder mehr von den Uhren der Anbieter ab.</translation>
    </message>
    <message>
        <source>The order had moved on: what was pressed is no longer possible.</source>
        <translation>Die Bestellung war schon weiter: was gedrückt wurde, geht nicht mehr.</translation>
    </message>
    <message>
        <source>The shop's PIN was not keyed in for this, or too long ago.</source>
        <translation>Die PIN des Ladens wurde dafür nicht eingegeben, oder vor zu langer Zeit.</translation>
    </message>
    <message>
        <source>The vendor answered in words Pult does not know.</source>
        <translation>Der Anbieter antwortete mit Worten, die Pult nicht kennt.</translation>
    </message>
    <message>
        <source>The vendor does not accept the key, or an id is another shop's.</source>
        <translation>Der Anbieter nimmt den Schlüssel nicht an, oder eine Kennung gehört einem anderen Laden.</translation>
    </message>
    <message>
        <source>The vendor does not answer. Work goes on; what was pressed is sent later.</source>
        <translation>Der Anbieter antwortet nicht. Die Arbeit geht weiter; was gedrückt wurde, geht später hinaus.</translation>
    </message>
    <message>
        <source>The vendor has the order otherwise than this till.</source>
        <translation>Beim Anbieter steht die Bestellung anders als hier.</translation>
    </message>
    <message>
        <source>The vendor named an order and does not know it itself.</source>
        <translation>Der Anbieter nannte eine Bestellung, die er selbst nicht kennt.</translation>
    </message>
    <message>
        <source>The vendor refused; its reason is shown.</source>
        <translation>Der Anbieter hat es verweigert; sein Grund steht dabei.</translation>
    </message>
    <message>
        <source>The vendor was asked for a number and gave no order; its reason is shown.</source>
        <translation>Der Anbieter wurde nach einer Nummer gefragt und gab keine Bestellung; sein Grund steht dabei.</translation>
    </message>
    <message>
        <source>The vendor's calls do not reach this till.</source>
        <translation>Die Aufrufe des Anbieters erreichen dieses Gerät nicht.</translation>
    </message>
    <message>
        <source>What came as a newer Pult is not as its publisher signed it; it was not installed.</source>
        <translation>Was als neueres Pult kam, ist nicht, was der Herausgeber unterschrieben hat; es wurde nicht installiert.</translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Changed elsewhere: open it and press Seen</source>
        <translation>Anderswo geändert: öffnen und Gesehen drücken</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Abholen</translation>
    </message>
    <message>
        <source>Collect 1 order</source>
        <translation>1 ist abgeholt</translation>
    </message>
    <message>
        <source>Collect all older than …</source>
        <translation>Abgeholt: alle älter als …</translation>
    </message>
    <message>
        <source>Collect {count} orders</source>
        <translation>{count} sind abgeholt</translation>
    </message>
    <message>
        <source>Collect {order}, ready for {waited}</source>
        <translation>{order} ist abgeholt, fertig seit {waited}</translation>
    </message>
    <message>
        <source>It can be undone for {seconds} s, then their vendors are told.</source>
        <translation>{seconds} s lang rückgängig zu machen, dann erfahren es die Anbieter.</translation>
    </message>
    <message>
        <source>It cannot be told: open it</source>
        <translation>Lässt sich nicht melden: öffnen</translation>
    </message>
    <message>
        <source>No order is ready.</source>
        <translation>Keine Bestellung ist fertig.</translation>
    </message>
    <message>
        <source>No ready order has waited {age} or longer.</source>
        <translation>Keine fertige Bestellung wartet {age} oder länger.</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Älter als</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Their vendors are told at once. It cannot be undone.</source>
        <translation>Die Anbieter erfahren es sofort. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>What is to be paid is not known: open it</source>
        <translation>Der Betrag ist nicht bekannt: öffnen</translation>
    </message>
    <message>
        <source>{amount} is to be paid first</source>
        <translation>Erst sind {amount} zu zahlen</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} Std</translation>
    </message>
</context>
<context>
    <name>ColouredButton</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>oldest {waited}</source>
        <translation>älteste {waited}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n Exemplar</numerusform>
            <numerusform>%n Exemplare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips</source>
        <translation>
            <numerusform>%n Bon</numerusform>
            <numerusform>%n Bons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n Bon wartet</numerusform>
            <numerusform>%n Bons warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>einmal gefragt</numerusform>
            <numerusform>%n-mal gefragt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>No numbers.</source>
        <translation>Keine Nummern.</translation>
    </message>
    <message>
        <source>Orders go on. Plug the screen in: the customer display comes back.</source>
        <translation>Bestellungen laufen weiter. Den Bildschirm anstecken: die Kundenanzeige kommt zurück.</translation>
    </message>
    <message>
        <source>Orders go on. Plug “{screen}” in, or choose another screen in the settings.</source>
        <translation>Bestellungen laufen weiter. „{screen}“ anstecken oder in den Einstellungen einen anderen Bildschirm wählen.</translation>
    </message>
    <message>
        <source>Preparing: {numbers}.</source>
        <translation>In Arbeit: {numbers}.</translation>
    </message>
    <message>
        <source>Ready: {numbers}.</source>
        <translation>Fertig: {numbers}.</translation>
    </message>
    <message>
        <source>There is no second screen for customers.</source>
        <translation>Es gibt keinen zweiten Bildschirm für Kunden.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Month after</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Voriger Monat</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>Accept an order: its slip comes here.</source>
        <translation>Eine Bestellung annehmen: ihr Bon kommt hier heraus.</translation>
    </message>
    <message>
        <source>Any code</source>
        <translation>Beliebiger Code</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation>Noch kein Bon</translation>
    </message>
    <message>
        <source>Pult demo: slips and scanner</source>
        <translation>Pult-Demo: Bons und Scanner</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>Code scannen</translation>
    </message>
    <message>
        <source>Simulated printer and scanner</source>
        <translation>Simulierter Drucker und Scanner</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Ein Testbon ist unterwegs. Nachsehen, ob er herauskommt.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
</context>
<context>
    <name>DeviceTabs</name>
    <message>
        <source>Find printers</source>
        <translation>Drucker suchen</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation>Pult holt die Bestellungen dieses Geräts.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Accept pressed</source>
        <translation>Annehmen gedrückt</translation>
    </message>
    <message>
        <source>Accepted by itself</source>
        <translation>Von selbst angenommen</translation>
    </message>
    <message>
        <source>Brought back to the board</source>
        <translation>Zurück aufs Board geholt</translation>
    </message>
    <message>
        <source>By itself, as set up</source>
        <translation>Von selbst, wie eingestellt</translation>
    </message>
    <message>
        <source>Came forward to be prepared</source>
        <translation>Zum Zubereiten nach vorn gekommen</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Customer's data erased</source>
        <translation>Kundendaten gelöscht</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Unbezahlt übergeben</translation>
    </message>
    <message>
        <source>Held: {vendor} is paused</source>
        <translation>Zurückgehalten: {vendor} pausiert</translation>
    </message>
    <message>
        <source>Its money was used for {number}</source>
        <translation>Ihr Geld wurde für {number} verwendet</translation>
    </message>
    <message>
        <source>Keyed in</source>
        <translation>Hier eingegeben</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>Loyalty card noted</source>
        <translation>Kundenkarte notiert</translation>
    </message>
    <message>
        <source>Loyalty card removed</source>
        <translation>Kundenkarte entfernt</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Money to give back</source>
        <translation>Geld zurückzugeben</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>No longer held: it rings</source>
        <translation>Nicht mehr zurückgehalten: es klingelt</translation>
    </message>
    <message>
        <source>Not accepted by itself</source>
        <translation>Nicht von selbst angenommen</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Hier nichts zu zahlen</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Order cancelled here</source>
        <translation>Bestellung hier storniert</translation>
    </message>
    <message>
        <source>Payment changed</source>
        <translation>Zahlung geändert</translation>
    </message>
    <message>
        <source>Payment due</source>
        <translation>Zahlung offen</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung gescheitert</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>Zahlung nicht bestätigt</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Zahlung erhalten</translation>
    </message>
    <message>
        <source>Print again pressed</source>
        <translation>Nochmals drucken gedrückt</translation>
    </message>
    <message>
        <source>Printed again on “{printer}”</source>
        <translation>Nochmals gedruckt auf „{printer}“</translation>
    </message>
    <message>
        <source>Printed again: no answer</source>
        <translation>Nochmals gedruckt: keine Antwort</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Reject pressed</source>
        <translation>Ablehnen gedrückt</translation>
    </message>
    <message>
        <source>Rejected by the pause: {reason}</source>
        <translation>Durch die Pause abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>Reprint sent to “{printer}”, which cannot confirm</source>
        <translation>Nachdruck an „{printer}“ gesendet, der nicht bestätigen kann</translation>
    </message>
    <message>
        <source>Reprint withdrawn</source>
        <translation>Nachdruck zurückgezogen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Settled: noted at {vendor}</source>
        <translation>Geklärt: bei {vendor} notiert</translation>
    </message>
    <message>
        <source>Settled: refunded at {vendor}</source>
        <translation>Geklärt: bei {vendor} erstattet</translation>
    </message>
    <message>
        <source>Settled: {vendor} was told</source>
        <translation>Geklärt: {vendor} ist informiert</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation>Bon geht an „{printer}“</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}” instead of “{before}”</source>
        <translation>Bon geht an „{printer}“ statt an „{before}“</translation>
    </message>
    <message>
        <source>Slip printed on “{printer}”</source>
        <translation>Bon auf „{printer}“ gedruckt</translation>
    </message>
    <message>
        <source>Slip scanned</source>
        <translation>Bon gescannt</translation>
    </message>
    <message>
        <source>Slip scanned to hand over</source>
        <translation>Bon zum Übergeben gescannt</translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm</source>
        <translation>Bon an „{printer}“ gesendet, der nicht bestätigen kann</translation>
    </message>
    <message>
        <source>Slip withdrawn before it was printed</source>
        <translation>Bon vor dem Druck zurückgezogen</translation>
    </message>
    <message>
        <source>Slip: no answer from “{printer}”</source>
        <translation>Bon: keine Antwort von „{printer}“</translation>
    </message>
    <message>
        <source>Staff gave the slip up</source>
        <translation>Bon wurde aufgegeben</translation>
    </message>
    <message>
        <source>Staff gave the station slip up</source>
        <translation>Stationsbon wurde aufgegeben</translation>
    </message>
    <message>
        <source>Staff had the slip printed</source>
        <translation>Bon wurde gedruckt</translation>
    </message>
    <message>
        <source>Staff had the station slip printed</source>
        <translation>Stationsbon wurde gedruckt</translation>
    </message>
    <message>
        <source>Staff looked at the slip</source>
        <translation>Bon wurde angesehen</translation>
    </message>
    <message>
        <source>Staff settled {move}</source>
        <translation>Geklärt: {move}</translation>
    </message>
    <message>
        <source>Staff: the slip came out</source>
        <translation>Personal: Bon kam heraus</translation>
    </message>
    <message>
        <source>Staff: the station slip came out</source>
        <translation>Personal: Stationsbon kam heraus</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation>Stationsbon geht an „{printer}“</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}” instead of “{before}”</source>
        <translation>Stationsbon geht an „{printer}“ statt an „{before}“</translation>
    </message>
    <message>
        <source>Station slip printed on “{printer}”</source>
        <translation>Stationsbon auf „{printer}“ gedruckt</translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm</source>
        <translation>Stationsbon an „{printer}“ gesendet, der nicht bestätigen kann</translation>
    </message>
    <message>
        <source>Station slip withdrawn before it was printed</source>
        <translation>Stationsbon vor dem Druck zurückgezogen</translation>
    </message>
    <message>
        <source>Station slip: no answer from “{printer}”</source>
        <translation>Stationsbon: keine Antwort von „{printer}“</translation>
    </message>
    <message>
        <source>This till says otherwise</source>
        <translation>Dieses Gerät sagt etwas anderes</translation>
    </message>
    <message>
        <source>Tick taken back: to settle again</source>
        <translation>Haken zurückgenommen: wieder zu klären</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>an item is not in the catalogue</source>
        <translation>ein Artikel ist nicht im Katalog</translation>
    </message>
    <message>
        <source>an item is sold out</source>
        <translation>ein Artikel ist ausverkauft</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>abgeholt</translation>
    </message>
    <message>
        <source>it came late</source>
        <translation>sie kam spät</translation>
    </message>
    <message>
        <source>left</source>
        <translation>nicht abgeholt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>only from {since} to {until}</source>
        <translation>nur von {since} bis {until}</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>over the limit of {amount}</source>
        <translation>über der Grenze von {amount}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>said by {vendor}</source>
        <translation>laut {vendor}</translation>
    </message>
    <message>
        <source>something is to be paid here</source>
        <translation>hier ist etwas zu zahlen</translation>
    </message>
    <message>
        <source>the customer wrote a note</source>
        <translation>der Kunde hat etwas dazugeschrieben</translation>
    </message>
    <message>
        <source>the printer of its slip was not well</source>
        <translation>der Drucker ihres Bons war nicht in Ordnung</translation>
    </message>
    <message>
        <source>until {time} at the latest</source>
        <translation>bis spätestens {time}</translation>
    </message>
    <message>
        <source>with the money taken for {number}</source>
        <translation>mit dem für {number} kassierten Geld</translation>
    </message>
    <message>
        <source>{amount} given back here, to note at {vendor}</source>
        <translation>{amount} hier zurückgegeben, bei {vendor} zu notieren</translation>
    </message>
    <message>
        <source>{amount} to refund at {vendor}</source>
        <translation>{amount} bei {vendor} zu erstatten</translation>
    </message>
    <message>
        <source>{move} no longer sent to {vendor}</source>
        <translation>{move} geht nicht mehr an {vendor}</translation>
    </message>
    <message>
        <source>{move} not confirmed by {vendor}</source>
        <translation>{move} von {vendor} nicht bestätigt</translation>
    </message>
    <message>
        <source>{move} taken back</source>
        <translation>{move} zurückgenommen</translation>
    </message>
    <message>
        <source>{vendor} changed the order</source>
        <translation>{vendor} hat die Bestellung geändert</translation>
    </message>
    <message>
        <source>{vendor} confirmed {move}</source>
        <translation>{vendor} hat {move} bestätigt</translation>
    </message>
    <message>
        <source>{vendor} lists it as “{word}”</source>
        <translation>{vendor} führt sie als „{word}“</translation>
    </message>
    <message>
        <source>{vendor} named the order, ended already</source>
        <translation>{vendor} nannte die Bestellung, schon beendet</translation>
    </message>
    <message>
        <source>{vendor} refused {move}</source>
        <translation>{vendor} hat {move} verweigert</translation>
    </message>
    <message>
        <source>{vendor} says {standing}</source>
        <translation>{vendor} sagt {standing}</translation>
    </message>
    <message>
        <source>{vendor} says “{word}”</source>
        <translation>{vendor} sagt „{word}“</translation>
    </message>
    <message>
        <source>{vendor} sent the order</source>
        <translation>{vendor} hat die Bestellung geschickt</translation>
    </message>
    <message>
        <source>{vendor} to be told by hand</source>
        <translation>{vendor} von Hand zu informieren</translation>
    </message>
    <message>
        <source>“It did not happen”</source>
        <translation>„Ist nicht passiert“</translation>
    </message>
    <message>
        <source>“It happened”</source>
        <translation>„Ist passiert“</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Amount asked for</source>
        <translation>Verlangter Betrag</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Kam über</translation>
    </message>
    <message>
        <source>Charged to the customer</source>
        <translation>Dem Kunden berechnet</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>Kunden-ID</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Delivery fee</source>
        <translation>Liefergebühr</translation>
    </message>
    <message>
        <source>Desk id</source>
        <translation>Theken-ID</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Discount by the vendor</source>
        <translation>Rabatt des Anbieters</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Fee of the vendor</source>
        <translation>Gebühr des Anbieters</translation>
    </message>
    <message>
        <source>Further data</source>
        <translation>Weitere Angaben</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Unbezahlt übergeben</translation>
    </message>
    <message>
        <source>Instalment card, {part}</source>
        <translation>Ratenkarte, {part}</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>Rechnungsadresse</translation>
    </message>
    <message>
        <source>Invoice from Cheers</source>
        <translation>Rechnung von Cheers</translation>
    </message>
    <message>
        <source>Invoice from the shop</source>
        <translation>Rechnung vom Geschäft</translation>
    </message>
    <message>
        <source>Kind of desk</source>
        <translation>Art der Theke</translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation>Art der Bestellung</translation>
    </message>
    <message>
        <source>Named as paid outside</source>
        <translation>Als außerhalb bezahlt genannt</translation>
    </message>
    <message>
        <source>Not told by the vendor</source>
        <translation>Vom Anbieter nicht genannt</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Ordered with</source>
        <translation>Bestellt mit</translation>
    </message>
    <message>
        <source>Paid out to the shop</source>
        <translation>An das Geschäft ausgezahlt</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Paid with credit</source>
        <translation>Mit Guthaben bezahlt</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation>Zahlungsreferenz</translation>
    </message>
    <message>
        <source>Payment state</source>
        <translation>Zahlungsstand</translation>
    </message>
    <message>
        <source>Payment through</source>
        <translation>Zahlung über</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Ort auf der Karte</translation>
    </message>
    <message>
        <source>Ready since</source>
        <translation>Fertig seit</translation>
    </message>
    <message>
        <source>Reason of the reject</source>
        <translation>Grund der Ablehnung</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Receipt from the shop</source>
        <translation>Beleg vom Geschäft</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>Referenz der Zahlung</translation>
    </message>
    <message>
        <source>Refunded by the vendor</source>
        <translation>Vom Anbieter erstattet</translation>
    </message>
    <message>
        <source>Reject reason</source>
        <translation>Ablehnungsgrund</translation>
    </message>
    <message>
        <source>Sender's order id</source>
        <translation>Bestell-ID des Absenders</translation>
    </message>
    <message>
        <source>Service reference</source>
        <translation>Service-Referenz</translation>
    </message>
    <message>
        <source>Slip code</source>
        <translation>Bon-Code</translation>
    </message>
    <message>
        <source>State of the cart</source>
        <translation>Stand des Warenkorbs</translation>
    </message>
    <message>
        <source>State of the payment</source>
        <translation>Stand der Zahlung</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Total as it was sent</source>
        <translation>Summe, wie sie kam</translation>
    </message>
    <message>
        <source>Total of the cart</source>
        <translation>Summe des Warenkorbs</translation>
    </message>
    <message>
        <source>Total of the payment</source>
        <translation>Summe der Zahlung</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>Zahlungsweise</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>ein Kiosk</translation>
    </message>
    <message>
        <source>amount held, not taken yet</source>
        <translation>Betrag reserviert, noch nicht eingezogen</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>abgeholt</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>geliefert</translation>
    </message>
    <message>
        <source>eaten here</source>
        <translation>hier gegessen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>given back by the vendor</source>
        <translation>vom Anbieter zurückgegeben</translation>
    </message>
    <message>
        <source>is being told</source>
        <translation>wird informiert</translation>
    </message>
    <message>
        <source>knows everything</source>
        <translation>weiß alles</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>nicht bezahlt</translation>
    </message>
    <message>
        <source>not told yet, trying again</source>
        <translation>noch nicht informiert, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>nichts zu zahlen</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>paid in the app</source>
        <translation>in der App bezahlt</translation>
    </message>
    <message>
        <source>paid outside the app</source>
        <translation>außerhalb der App bezahlt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>released, nothing was taken</source>
        <translation>freigegeben, nichts wurde eingezogen</translation>
    </message>
    <message>
        <source>sent by post</source>
        <translation>per Post gesendet</translation>
    </message>
    <message>
        <source>the app</source>
        <translation>die App</translation>
    </message>
    <message>
        <source>the web page</source>
        <translation>die Webseite</translation>
    </message>
    <message>
        <source>{known}, lists it as “{word}”</source>
        <translation>{known}, geführt als „{word}“</translation>
    </message>
    <message>
        <source>{vendor} on {move}</source>
        <translation>{vendor} zu {move}</translation>
    </message>
    <message>
        <source>{vendor} order id</source>
        <translation>{vendor}-Bestell-ID</translation>
    </message>
    <message>
        <source>{vendor} state</source>
        <translation>{vendor}-Stand</translation>
    </message>
</context>
<context>
    <name>FatalPage</name>
    <message>
        <source>Details: {text}</source>
        <translation>Details: {text}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{count} d</source>
        <translation>{count} T</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} Std</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Add this printer</source>
        <translation>Diesen Drucker hinzufügen</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Find printers</source>
        <translation>Drucker suchen</translation>
    </message>
    <message>
        <source>It was not added, nothing has changed. {why}</source>
        <translation>Nicht hinzugefügt, nichts hat sich geändert. {why}</translation>
    </message>
    <message>
        <source>Its number did not come out: it {cause}.</source>
        <translation>Seine Nummer kam nicht heraus: er {cause}.</translation>
    </message>
    <message>
        <source>Its number is printed</source>
        <translation>Seine Nummer ist gedruckt</translation>
    </message>
    <message>
        <source>Let them print their numbers, then tap the one beside you.</source>
        <translation>Alle ihre Nummer drucken lassen, dann die neben Ihnen antippen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Nochmals suchen</translation>
    </message>
    <message>
        <source>Look at its power, cable and network, then look again.</source>
        <translation>Strom, Kabel und Netz prüfen, dann nochmals suchen.</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>Name des Druckers</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>Kein weiterer Drucker gefunden</translation>
    </message>
    <message>
        <source>Not looked through: {places}</source>
        <translation>Nicht durchsucht: {places}</translation>
    </message>
    <message>
        <source>Number {number} is to be added.</source>
        <translation>Nummer {number} wird hinzugefügt.</translation>
    </message>
    <message>
        <source>Print the numbers</source>
        <translation>Nummern drucken</translation>
    </message>
    <message>
        <source>What is it called here?</source>
        <translation>Wie heißt er hier?</translation>
    </message>
    <message>
        <source>Which number came out beside you? Tap “This one” there.</source>
        <translation>Welche Nummer kam neben Ihnen heraus? Dort „Dieser“ antippen.</translation>
    </message>
</context>
<context>
    <name>FoundOrders</name>
    <message>
        <source>Looked in: {period}.</source>
        <translation>Gesucht in: {period}.</translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>Hier keine Bestellungen</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Nichts gefunden für „{text}“</translation>
    </message>
    <message>
        <source>Search all days</source>
        <translation>Alle Tage durchsuchen</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} are shown. Scroll down for more.</source>
        <translation>Die neuesten {shown} von {count} werden gezeigt. Weitere kommen beim Blättern.</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} are shown. Search to find older ones.</source>
        <translation>Die neuesten {shown} von {count} werden gezeigt. Ältere per Suche finden.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Number {number} came out</source>
        <translation>Nummer {number} kam heraus</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>All of this is found again under Settings.</source>
        <translation>All das findet sich später in den Einstellungen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Choose how Pult speaks and looks.</source>
        <translation>Wählen, wie Pult spricht und aussieht.</translation>
    </message>
    <message>
        <source>Choose one, switch it on, enter its key, test the connection.</source>
        <translation>Einen wählen, einschalten, seinen Schlüssel eingeben, die Verbindung testen.</translation>
    </message>
    <message>
        <source>Do you scan?</source>
        <translation>Scannen Sie?</translation>
    </message>
    <message>
        <source>Five short steps. Each can be skipped and changed later.</source>
        <translation>Fünf kurze Schritte. Jeder lässt sich auslassen und später ändern.</translation>
    </message>
    <message>
        <source>Have ready: the key of each vendor, and the printer switched on. Press Begin.</source>
        <translation>Bereithalten: den Schlüssel jedes Anbieters und den Drucker eingeschaltet. Beginnen drücken.</translation>
    </message>
    <message>
        <source>Is another till of the shop set up already?</source>
        <translation>Ist ein anderes Gerät des Geschäfts schon eingerichtet?</translation>
    </message>
    <message>
        <source>Its name, the shop's money and time. The rest can wait.</source>
        <translation>Sein Name, Währung und Zeit des Geschäfts. Der Rest kann warten.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No vendor is switched on: there are walk-in orders alone. Press Back until step 3, or switch one on later under Settings, Vendors.</source>
        <translation>Kein Anbieter ist eingeschaltet: es gibt nur Thekenbestellungen. Bis Schritt 3 zurückgehen oder später unter Einstellungen, Anbieter einen einschalten.</translation>
    </message>
    <message>
        <source>Only looking? The demo plays a whole evening. Nothing is kept of it.</source>
        <translation>Nur schauen? Die Demo spielt einen ganzen Abend. Nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>Practise with whole orders in the demo: accept, prepare, take money. Nothing is kept.</source>
        <translation>In der Demo mit ganzen Bestellungen üben: annehmen, zubereiten, kassieren. Nichts wird behalten.</translation>
    </message>
    <message>
        <source>Print a test slip, then scan its code: Pult says that it read it. It counts nowhere.</source>
        <translation>Einen Testbon drucken, dann seinen Code scannen: Pult sagt, dass es ihn gelesen hat. Er zählt nirgends.</translation>
    </message>
    <message>
        <source>Pult is ready</source>
        <translation>Pult ist bereit</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Startet neu…</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Speichern und weiter</translation>
    </message>
    <message>
        <source>Scan any code: Pult offers to set a keyboard scanner up.</source>
        <translation>Beliebigen Code scannen: Pult bietet an, einen Tastatur-Scanner einzurichten.</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Später einrichten</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>Switch the printer on and press Find printers.</source>
        <translation>Den Drucker einschalten und Drucker suchen drücken.</translation>
    </message>
    <message>
        <source>Take over its set-up</source>
        <translation>Seine Einrichtung übernehmen</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Testbon</translation>
    </message>
    <message>
        <source>Then the first order</source>
        <translation>Dann die erste Bestellung</translation>
    </message>
    <message>
        <source>To the board</source>
        <translation>Zum Board</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Erst ausprobieren</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo probieren</translation>
    </message>
    <message>
        <source>Vendors that were switched on take orders once Pult was started again. Then order something as a customer would, and see it come in.</source>
        <translation>Eingeschaltete Anbieter nehmen Bestellungen an, sobald Pult neu gestartet ist. Dann etwas bestellen wie ein Kunde und sehen, wie es ankommt.</translation>
    </message>
    <message>
        <source>Welcome to Pult</source>
        <translation>Willkommen bei Pult</translation>
    </message>
    <message>
        <source>What is this till called?</source>
        <translation>Wie heißt dieses Gerät?</translation>
    </message>
    <message>
        <source>Where do slips come out?</source>
        <translation>Wo kommen Bons heraus?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>Welche Sprache?</translation>
    </message>
    <message>
        <source>Who sends you orders?</source>
        <translation>Wer schickt Ihnen Bestellungen?</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Connections and devices</source>
        <translation>Verbindungen und Geräte</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Letzte Probleme</translation>
    </message>
    <message>
        <source>No problem was met</source>
        <translation>Kein Problem aufgetreten</translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation>Keine: alle Werte sind die, mit denen Pult kommt</translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation>Bestellungen (pult.sqlite3), Protokolle und Bons des virtuellen Druckers</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What goes wrong stands here with its code, also after a restart.</source>
        <translation>Was schiefgeht, steht hier mit seinem Code, auch nach einem Neustart.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>A day…</source>
        <translation>Ein Tag…</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ausgänge</translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation>Jede Zahlung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation>Hier bezahlt</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation>Alle Anbieter</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} zu klären</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Added products</source>
        <translation>Neue Produkte</translation>
    </message>
    <message>
        <source>Added {count}</source>
        <translation>Neu {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>Fehlerhafte Zeilen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changed products</source>
        <translation>Geänderte Produkte</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>Geändert {count}</translation>
    </message>
    <message>
        <source>Correct it and import it again. The catalogue is as it was.</source>
        <translation>Berichtigen und erneut importieren. Der Katalog ist wie zuvor.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
    <message>
        <source>Missing products</source>
        <translation>Fehlende Produkte</translation>
    </message>
    <message>
        <source>Missing {count}</source>
        <translation>Fehlend {count}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be taken from this file: %n faults</source>
        <translation>
            <numerusform>Aus dieser Datei lässt sich nichts übernehmen: %n Fehler</numerusform>
            <numerusform>Aus dieser Datei lässt sich nichts übernehmen: %n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation>Pult konnte nicht speichern. Der Katalog ist wie zuvor.</translation>
    </message>
    <message>
        <source>Read as {how}.</source>
        <translation>Gelesen als {how}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n products the file does not name</source>
        <translation>
            <numerusform>Das Produkt entfernen, das die Datei nicht nennt</numerusform>
            <numerusform>Die %n Produkte entfernen, die die Datei nicht nennt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>What the file does not name is removed.</source>
        <translation>Was die Datei nicht nennt, wird entfernt.</translation>
    </message>
    <message>
        <source>What the file does not name stays.</source>
        <translation>Was die Datei nicht nennt, bleibt.</translation>
    </message>
    <message>
        <source>{products}, nothing new or changed: there is nothing to import</source>
        <translation>{products}, nichts neu oder geändert: nichts zu importieren</translation>
    </message>
    <message>
        <source>{products}: {added} new, {changed} changed, {same} as they are</source>
        <translation>{products}: {added} neu, {changed} geändert, {same} unverändert</translation>
    </message>
</context>
<context>
    <name>KeptScans</name>
    <message>
        <source>and {count} more</source>
        <translation>und {count} mehr</translation>
    </message>
    <message>
        <source>{number} scanned: Open</source>
        <translation>{number} gescannt: Öffnen</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Ziffern und Zeichen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Tastatur ausblenden</translation>
    </message>
    <message>
        <source>Keyboard for {field}</source>
        <translation>Tastatur für {field}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>Mehr Buchstaben</translation>
    </message>
    <message>
        <source>On-screen keyboard</source>
        <translation>Bildschirmtastatur</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>Umschalten, an</translation>
    </message>
    <message>
        <source>Shift, on for one letter</source>
        <translation>Umschalten, für einen Buchstaben</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Ziffernblock</translation>
    </message>
</context>
<context>
    <name>LampBar</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n bereit</numerusform>
            <numerusform>%n bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n connected and ready</source>
        <translation>
            <numerusform>Das eine ist verbunden und bereit</numerusform>
            <numerusform>Alle %n verbunden und bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>LampDialog</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Ein Testbon ist unterwegs. Nachsehen, ob er herauskommt.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pause…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Wird gedruckt…</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>Jetzt fortsetzen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Testbon</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>Dieses Gerät nehmen</translation>
    </message>
    <message>
        <source>{name} is asked anew.</source>
        <translation>{name} wird neu gefragt.</translation>
    </message>
</context>
<context>
    <name>LampListDialog</name>
    <message>
        <source>Connections and devices</source>
        <translation>Verbindungen und Geräte</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>LampRow</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message numerus="yes">
        <source>%n orders on the board wait to be told, the oldest {number}.</source>
        <translation>
            <numerusform>%n Bestellung wartet darauf, gemeldet zu werden: {number}.</numerusform>
            <numerusform>%n Bestellungen warten darauf, gemeldet zu werden, die älteste {number}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is in place of {name}</source>
        <translation>Ein anderes Gerät ist an der Stelle von {name}</translation>
    </message>
    <message>
        <source>Ask {name} for a new key if it was changed.</source>
        <translation>Bei {name} einen neuen Schlüssel verlangen, falls er geändert wurde.</translation>
    </message>
    <message>
        <source>Ask {name} which shop this key may be used for.</source>
        <translation>{name} fragen, für welchen Laden dieser Schlüssel gilt.</translation>
    </message>
    <message>
        <source>Close the other program; Pult takes it by itself.</source>
        <translation>Das andere Programm schließen; Pult nimmt es dann von selbst.</translation>
    </message>
    <message>
        <source>Compare the order here with the one in {name}.</source>
        <translation>Die Bestellung hier mit der in {name} vergleichen.</translation>
    </message>
    <message>
        <source>Do not accept the same order here and at {name}.</source>
        <translation>Dieselbe Bestellung nicht hier und bei {name} annehmen.</translation>
    </message>
    <message>
        <source>Do not change the address at {name} in a hurry.</source>
        <translation>Die Adresse bei {name} nicht übereilt ändern.</translation>
    </message>
    <message>
        <source>Do not guess what is to pay: ask.</source>
        <translation>Nicht raten, was zu zahlen ist: fragen.</translation>
    </message>
    <message>
        <source>Do not print what waits again: it comes by itself.</source>
        <translation>Was wartet, nicht nochmals drucken: es kommt von selbst.</translation>
    </message>
    <message>
        <source>Do not promise a customer that the order came in: look first.</source>
        <translation>Keinem Kunden zusagen, dass seine Bestellung da ist: erst nachsehen.</translation>
    </message>
    <message>
        <source>Do not pull paper out by force.</source>
        <translation>Papier nicht mit Gewalt herausziehen.</translation>
    </message>
    <message>
        <source>Do not send the key by mail or show it to a customer.</source>
        <translation>Den Schlüssel nicht per Mail senden und keinem Kunden zeigen.</translation>
    </message>
    <message>
        <source>Do not switch the till off to help it along.</source>
        <translation>Das Gerät nicht ausschalten, um nachzuhelfen.</translation>
    </message>
    <message>
        <source>Do not take money a second time.</source>
        <translation>Kein zweites Mal kassieren.</translation>
    </message>
    <message>
        <source>Fetch a missing order with Order number and its {name} id.</source>
        <translation>Eine fehlende Bestellung mit Bestellnummer und ihrer {name}-ID holen.</translation>
    </message>
    <message>
        <source>Go on with the orders you have; what you press is sent later, once.</source>
        <translation>Mit den vorhandenen Bestellungen weitermachen; was Sie drücken, geht später hinaus, einmal.</translation>
    </message>
    <message>
        <source>Go on; what is for {name} is sent by itself, once.</source>
        <translation>Weitermachen; was für {name} ist, geht von selbst hinaus, einmal.</translation>
    </message>
    <message>
        <source>Have a new roll at hand.</source>
        <translation>Eine neue Rolle bereithalten.</translation>
    </message>
    <message>
        <source>Have the tunnel or relay to this till looked at.</source>
        <translation>Den Tunnel oder das Relay zu diesem Gerät prüfen lassen.</translation>
    </message>
    <message>
        <source>Have this user given the right to it (Linux: group dialout, for a camera video).</source>
        <translation>Diesem Benutzer das Recht dazu geben lassen (Linux: Gruppe dialout, für eine Kamera video).</translation>
    </message>
    <message>
        <source>If it is on the network, switch it off and on.</source>
        <translation>Wenn er am Netzwerk hängt, aus- und einschalten.</translation>
    </message>
    <message>
        <source>If this one is meant, press Use this device.</source>
        <translation>Ist dieses gemeint, „Dieses Gerät nehmen“ drücken.</translation>
    </message>
    <message>
        <source>It is asked when it is needed.</source>
        <translation>Es wird gefragt, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>It is reached, and what you press is told.</source>
        <translation>Es ist erreichbar und erfährt, was Sie drücken.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Letzte Bestellung</translation>
    </message>
    <message>
        <source>Log in to this computer with its password: that unlocks its keyring.</source>
        <translation>An diesem Computer mit seinem Passwort anmelden: das öffnet den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Look at cover and paper.</source>
        <translation>Nach Deckel und Papier sehen.</translation>
    </message>
    <message>
        <source>Look at its cable; Pult finds it by itself.</source>
        <translation>Nach dem Kabel sehen; Pult findet es von selbst.</translation>
    </message>
    <message>
        <source>Look at its power and its cable.</source>
        <translation>Nach Strom und Kabel sehen.</translation>
    </message>
    <message>
        <source>Look at new orders in {name} too, and tell your helper.</source>
        <translation>Neue Bestellungen auch in {name} ansehen und Ihrer Betreuung sagen.</translation>
    </message>
    <message>
        <source>Look for new orders in {name}; have the tunnel looked at.</source>
        <translation>Neue Bestellungen in {name} ansehen; den Tunnel prüfen lassen.</translation>
    </message>
    <message>
        <source>Look for new orders on the {name} page or tablet.</source>
        <translation>Neue Bestellungen auf der Seite oder dem Tablet von {name} ansehen.</translation>
    </message>
    <message>
        <source>Look for new {name} orders at {name} itself until this message disappears.</source>
        <translation>Neue {name}-Bestellungen bei {name} selbst ansehen, bis diese Meldung verschwindet.</translation>
    </message>
    <message>
        <source>Look whether the internet works on this till.</source>
        <translation>Nachsehen, ob das Internet an diesem Gerät geht.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors and compare key and ids with what {name} gave you. Then press Restart now.</source>
        <translation>Einstellungen, Anbieter öffnen und Schlüssel und Kennungen mit den Angaben von {name} vergleichen. Dann „Jetzt neu starten“ drücken.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors and enter the key of {name} again. Then press Restart now.</source>
        <translation>Einstellungen, Anbieter öffnen und den Schlüssel von {name} neu eingeben. Dann „Jetzt neu starten“ drücken.</translation>
    </message>
    <message>
        <source>Open the cover and take out what is stuck.</source>
        <translation>Deckel öffnen und herausnehmen, was klemmt.</translation>
    </message>
    <message>
        <source>Open the cover, take out what is stuck, close it.</source>
        <translation>Deckel öffnen, herausnehmen, was klemmt, schließen.</translation>
    </message>
    <message>
        <source>Orders are safe, but “{name}” types into another program.</source>
        <translation>Bestellungen sind sicher, aber „{name}“ tippt in ein anderes Programm.</translation>
    </message>
    <message>
        <source>Orders are safe; open them by a tap instead.</source>
        <translation>Bestellungen sind sicher; durch Antippen öffnen.</translation>
    </message>
    <message>
        <source>Orders here are safe and every answer is kept.</source>
        <translation>Bestellungen hier sind sicher, jede Antwort wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Orders here are safe, but nothing reaches {name}.</source>
        <translation>Bestellungen hier sind sicher, aber nichts erreicht {name}.</translation>
    </message>
    <message>
        <source>Orders here are safe; new ones may come late or not at all.</source>
        <translation>Bestellungen hier sind sicher; neue kommen vielleicht spät oder gar nicht.</translation>
    </message>
    <message>
        <source>Orders on this board are safe.</source>
        <translation>Die Bestellungen auf diesem Board sind sicher.</translation>
    </message>
    <message>
        <source>Plug the old one in, or press Use this device.</source>
        <translation>Das alte einstecken oder „Dieses Gerät nehmen“ drücken.</translation>
    </message>
    <message>
        <source>Plug the printer in that was there before; Pult finds it.</source>
        <translation>Den vorigen Drucker einstecken; Pult findet ihn.</translation>
    </message>
    <message>
        <source>Plug the scanner in that was there before.</source>
        <translation>Den vorigen Scanner einstecken.</translation>
    </message>
    <message>
        <source>Press Test connection and wait for the answer.</source>
        <translation>Verbindung testen drücken und die Antwort abwarten.</translation>
    </message>
    <message>
        <source>Press Test when it is up again.</source>
        <translation>Den Test drücken, wenn es wieder läuft.</translation>
    </message>
    <message>
        <source>Press its feed or online button, look at cover and paper.</source>
        <translation>Seine Papier- oder Online-Taste drücken, nach Deckel und Papier sehen.</translation>
    </message>
    <message>
        <source>Press the cover down until it clicks.</source>
        <translation>Deckel zudrücken, bis er klickt.</translation>
    </message>
    <message>
        <source>Pull its cable and plug it in again.</source>
        <translation>Das Kabel ziehen und wieder einstecken.</translation>
    </message>
    <message>
        <source>Pult may not use {name}</source>
        <translation>Pult darf {name} nicht benutzen</translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover.</source>
        <translation>Neue Rolle einlegen und Deckel schließen.</translation>
    </message>
    <message>
        <source>Read the number from the screen while there is no slip.</source>
        <translation>Die Nummer vom Bildschirm lesen, solange kein Bon kommt.</translation>
    </message>
    <message>
        <source>Scans go to another window</source>
        <translation>Scans gehen in ein anderes Fenster</translation>
    </message>
    <message>
        <source>Slips come out.</source>
        <translation>Bons kommen heraus.</translation>
    </message>
    <message>
        <source>Slips still come.</source>
        <translation>Bons kommen noch.</translation>
    </message>
    <message>
        <source>Slips that wait go to “{other}”; orders go on.</source>
        <translation>Wartende Bons kommen aus „{other}“; Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>Slips wait and come by themselves; orders go on.</source>
        <translation>Bons warten und kommen von selbst; Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>So seit</translation>
    </message>
    <message>
        <source>Switch it off and on once.</source>
        <translation>Einmal aus- und einschalten.</translation>
    </message>
    <message>
        <source>Switch it off and on once; Details may name another reason.</source>
        <translation>Einmal aus- und einschalten; die Details nennen vielleicht einen anderen Grund.</translation>
    </message>
    <message>
        <source>Switch it on in Settings, Scanners.</source>
        <translation>In Einstellungen, Scanner einschalten.</translation>
    </message>
    <message>
        <source>Switch the light over the counter on.</source>
        <translation>Das Licht über der Theke einschalten.</translation>
    </message>
    <message>
        <source>Take away what covers its lens, or make more light.</source>
        <translation>Wegnehmen, was die Linse verdeckt, oder mehr Licht machen.</translation>
    </message>
    <message>
        <source>Tap Pult's window.</source>
        <translation>Das Fenster von Pult antippen.</translation>
    </message>
    <message>
        <source>Tell your helper what stands under Details.</source>
        <translation>Ihrer Betreuung sagen, was unter Details steht.</translation>
    </message>
    <message>
        <source>The key of {name} cannot be read</source>
        <translation>Der Schlüssel von {name} ist nicht lesbar</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Unlock this computer's keyring: Pult goes on by itself then. Or enter the key anew.</source>
        <translation>Den Schlüsselbund dieses Computers öffnen: Pult macht dann von selbst weiter. Oder den Schlüssel neu eingeben.</translation>
    </message>
    <message>
        <source>What it reads is answered at once.</source>
        <translation>Was er liest, wird sofort beantwortet.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>anderes Gerät</translation>
    </message>
    <message>
        <source>cannot reach this till</source>
        <translation>erreicht dieses Gerät nicht</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>Deckel offen</translation>
    </message>
    <message>
        <source>cutter error</source>
        <translation>Schneider klemmt</translation>
    </message>
    <message>
        <source>dark picture</source>
        <translation>dunkles Bild</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>key not readable</source>
        <translation>Schlüssel nicht lesbar</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>kein Kontakt</translation>
    </message>
    <message>
        <source>no rights</source>
        <translation>keine Rechte</translation>
    </message>
    <message>
        <source>not answering</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not let in</source>
        <translation>kein Zugang</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>odd answer</source>
        <translation>seltsame Antwort</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>order {age} ago</source>
        <translation>Bestellung vor {age}</translation>
    </message>
    <message>
        <source>paper low</source>
        <translation>wenig Papier</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>kein Papier</translation>
    </message>
    <message>
        <source>picture stands still</source>
        <translation>Bild steht still</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>typing elsewhere</source>
        <translation>tippt woanders</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation>{name} antwortet</translation>
    </message>
    <message>
        <source>{name} answers in words Pult does not know</source>
        <translation>{name} antwortet mit Worten, die Pult nicht kennt</translation>
    </message>
    <message>
        <source>{name} cannot reach this till</source>
        <translation>{name} erreicht dieses Gerät nicht</translation>
    </message>
    <message>
        <source>{name} does not accept the key</source>
        <translation>{name} nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation>{name} antwortet nicht</translation>
    </message>
    <message>
        <source>{name} does not let this shop in</source>
        <translation>{name} lässt diesen Laden nicht ein</translation>
    </message>
    <message>
        <source>{name} does not print</source>
        <translation>{name} druckt nicht</translation>
    </message>
    <message>
        <source>{name} has not answered since {since}</source>
        <translation>{name} antwortet seit {since} nicht</translation>
    </message>
    <message>
        <source>{name} has not been asked yet</source>
        <translation>{name} wurde noch nicht gefragt</translation>
    </message>
    <message>
        <source>{name} has not been heard of for a while</source>
        <translation>Von {name} kam seit einer Weile nichts</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} ist nicht da</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} ist bereit</translation>
    </message>
    <message>
        <source>{name} is switched off</source>
        <translation>{name} ist ausgeschaltet</translation>
    </message>
    <message>
        <source>{name} is used by another program</source>
        <translation>{name} wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>{name} reads nothing</source>
        <translation>{name} liest nichts</translation>
    </message>
    <message>
        <source>{name} sees next to nothing</source>
        <translation>{name} sieht fast nichts</translation>
    </message>
    <message>
        <source>{name} shows one and the same picture</source>
        <translation>{name} zeigt immer dasselbe Bild</translation>
    </message>
    <message>
        <source>{name} was last heard of at {since}</source>
        <translation>Von {name} kam zuletzt um {since} etwas</translation>
    </message>
    <message>
        <source>{name}: another device is in its place</source>
        <translation>{name}: ein anderes Gerät ist an seiner Stelle</translation>
    </message>
    <message>
        <source>{name}: cover open</source>
        <translation>{name}: Deckel offen</translation>
    </message>
    <message>
        <source>{name}: it cannot cut</source>
        <translation>{name}: kann nicht schneiden</translation>
    </message>
    <message>
        <source>{name}: little paper left</source>
        <translation>{name}: wenig Papier</translation>
    </message>
    <message>
        <source>{name}: not answering</source>
        <translation>{name}: antwortet nicht</translation>
    </message>
    <message>
        <source>{name}: not reachable</source>
        <translation>{name}: nicht erreichbar</translation>
    </message>
    <message>
        <source>{name}: offline</source>
        <translation>{name}: offline</translation>
    </message>
    <message>
        <source>{name}: paper out</source>
        <translation>{name}: kein Papier</translation>
    </message>
    <message>
        <source>{slips} and go to “{other}”, orders go on.</source>
        <translation>{slips} und kommen aus „{other}“, Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>{slips}, orders go on.</source>
        <translation>{slips}, Bestellungen laufen weiter.</translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>One-time key</source>
        <translation>Einmalschlüssel</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>Anderer Text</translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation>Vorbestellnummer</translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation>Produkt-Barcode</translation>
    </message>
    <message>
        <source>Slip code read wrongly</source>
        <translation>Bon-Code falsch gelesen</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Weblink</translation>
    </message>
    <message numerus="yes">
        <source>{kind}, %n characters</source>
        <translation>
            <numerusform>{kind}, %n Zeichen</numerusform>
            <numerusform>{kind}, %n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close Pult</source>
        <translation>Pult schließen</translation>
    </message>
    <message>
        <source>Close Pult?</source>
        <translation>Pult schließen?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The orders on this till are kept. Until Pult is started again no new order is announced and nothing is printed.</source>
        <translation>Die Bestellungen dieses Geräts bleiben erhalten. Bis Pult neu gestartet wird, meldet sich keine neue Bestellung, und nichts wird gedruckt.</translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Keep these lines</source>
        <translation>Diese Zeilen behalten</translation>
    </message>
    <message>
        <source>Letters of {printer}</source>
        <translation>Zeichen von {printer}</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>No line is right</source>
        <translation>Keine Zeile stimmt</translation>
    </message>
    <message>
        <source>Tap the number of every line on the proof sheet whose letters all look right. Several are usual; none is an answer too.</source>
        <translation>Auf dem Probeblatt die Nummer jeder Zeile antippen, deren Zeichen alle stimmen. Meist sind es mehrere; keine ist auch eine Antwort.</translation>
    </message>
    <message>
        <source>Then other letters than A to Z are printed as pictures.</source>
        <translation>Dann werden andere Zeichen als A bis Z als Bild gedruckt.</translation>
    </message>
    <message>
        <source>Used from the next slip on.</source>
        <translation>Gilt ab dem nächsten Bon.</translation>
    </message>
</context>
<context>
    <name>LineHead</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Customer or desk</source>
        <translation>Kunde oder Theke</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Orders found</source>
        <translation>Gefundene Bestellungen</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>On sale again</source>
        <translation>Wieder erhältlich</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Heute ausverkauft</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Cash given {given}, change</source>
        <translation>Bar gegeben {given}, Rückgeld</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Given back another way</source>
        <translation>Anders zurückgegeben</translation>
    </message>
    <message>
        <source>Given back by card</source>
        <translation>Auf Karte zurückgegeben</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Bar zurückgegeben</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Lieferung nach Hause</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Hier nichts zu zahlen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Paid here another way</source>
        <translation>Hier anders bezahlt</translation>
    </message>
    <message>
        <source>Paid here by card</source>
        <translation>Hier mit Karte bezahlt</translation>
    </message>
    <message>
        <source>Paid here in cash</source>
        <translation>Hier bar bezahlt</translation>
    </message>
    <message>
        <source>Paid in the app</source>
        <translation>In der App bezahlt</translation>
    </message>
    <message>
        <source>Payment failed, to pay here</source>
        <translation>Zahlung gescheitert, hier zu zahlen</translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>Take-away fee</source>
        <translation>Aufschlag zum Mitnehmen</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>To pay here</source>
        <translation>Hier zu zahlen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>VAT on all lines</source>
        <translation>MwSt. auf alle Zeilen</translation>
    </message>
    <message>
        <source>VAT {rate} %</source>
        <translation>MwSt. {rate} %</translation>
    </message>
    <message>
        <source>added up here</source>
        <translation>hier addiert</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>erfragen</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>nothing to pay here</source>
        <translation>hier nichts zu zahlen</translation>
    </message>
    <message>
        <source>take-away</source>
        <translation>zum Mitnehmen</translation>
    </message>
    <message>
        <source>{amount} to pay here</source>
        <translation>{amount} hier zu zahlen</translation>
    </message>
</context>
<context>
    <name>LinesRow</name>
    <message>
        <source>At most {lines} lines of at most {letters} letters.</source>
        <translation>Höchstens {lines} Zeilen mit höchstens {letters} Zeichen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Kein Logo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation>Nichts wurde geändert. Die Bestellungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Pult cannot open its orders</source>
        <translation>Pult kann seine Bestellungen nicht öffnen</translation>
    </message>
    <message>
        <source>Take new orders on the vendors' own devices, and call whoever sees to Pult.</source>
        <translation>Neue Bestellungen an den Geräten der Anbieter annehmen und anrufen, wer Pult betreut.</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and make the outline as large as the card.</source>
        <translation>Halten Sie eine Bankkarte an den Bildschirm und machen Sie den Umriss so groß wie die Karte.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Measure the screen</source>
        <translation>Bildschirm ausmessen</translation>
    </message>
    <message>
        <source>Much larger</source>
        <translation>Viel größer</translation>
    </message>
    <message>
        <source>Much smaller</source>
        <translation>Viel kleiner</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Use this size</source>
        <translation>Diese Größe nehmen</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} mehr</translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>Noch keine Meldungen</translation>
    </message>
    <message>
        <source>What Pult says stands here.</source>
        <translation>Hier steht, was Pult sagt.</translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message>
        <source>Book it back at the card terminal first, then press “Money returned”.</source>
        <translation>Erst am Kartenterminal zurückbuchen, dann „Geld zurückgegeben“ drücken.</translation>
    </message>
    <message>
        <source>Give the money first, then press “Money returned”.</source>
        <translation>Erst das Geld geben, dann „Geld zurückgegeben“ drücken.</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>Zurückgegeben per</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>In your own words, may stay empty</source>
        <translation>In eigenen Worten, darf leer bleiben</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Key in what was given back, at most what was taken.</source>
        <translation>Betrag eingeben, höchstens das Kassierte.</translation>
    </message>
    <message>
        <source>Money back for {number}</source>
        <translation>Geld zurück für {number}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Taken here, at most this goes back</source>
        <translation>Hier kassiert; höchstens das geht zurück</translation>
    </message>
    <message>
        <source>That is all of it.</source>
        <translation>Das ist alles.</translation>
    </message>
    <message>
        <source>There is nothing to give back any more.</source>
        <translation>Es ist nichts mehr zurückzugeben.</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>{amount} is then still to be given back.</source>
        <translation>{amount} ist dann noch zurückzugeben.</translation>
    </message>
    <message>
        <source>{amount} of what was taken stays here.</source>
        <translation>{amount} vom Genommenen bleibt hier.</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>Wird angenommen…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Unbezahlt übergeben</translation>
    </message>
    <message>
        <source>It cannot be undone</source>
        <translation>Nicht rückgängig zu machen</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>Ist nicht passiert</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>Ist passiert</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>Marked as a reprint</source>
        <translation>Als Nachdruck gekennzeichnet</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung gescheitert</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Zahlung erhalten</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Nochmals drucken</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Rejecting…</source>
        <translation>Wird abgelehnt…</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Slip came out</source>
        <translation>Bon kam heraus</translation>
    </message>
    <message>
        <source>Slip did not come out</source>
        <translation>Bon kam nicht heraus</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>The slip says “not confirmed”</source>
        <translation>Auf dem Bon steht „nicht bestätigt“</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation>Treuepunkte</translation>
    </message>
    <message>
        <source>loyalty points taken back</source>
        <translation>zurückgenommene Treuepunkte</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>die Bestellung</translation>
    </message>
    <message>
        <source>{amount} stays unpaid</source>
        <translation>{amount} bleiben unbezahlt</translation>
    </message>
    <message>
        <source>{move} {amount}</source>
        <translation>{move} {amount}</translation>
    </message>
    <message>
        <source>{move}…</source>
        <translation>{move}…</translation>
    </message>
    <message>
        <source>{vendor} does not undo it</source>
        <translation>{vendor} macht das nicht rückgängig</translation>
    </message>
</context>
<context>
    <name>NewsTable</name>
    <message>
        <source>Nothing more is written, so that what is there can be saved.</source>
        <translation>Es wird nichts mehr geschrieben, damit zu retten ist, was da ist.</translation>
    </message>
    <message>
        <source>Pult has stopped: its file is damaged</source>
        <translation>Pult hat angehalten: seine Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Take orders on the vendors' own devices. Do not start Pult again.</source>
        <translation>Bestellungen an den Geräten der Anbieter annehmen. Pult nicht neu starten.</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>*Accept is on its way to {vendor}.* The slip follows its yes.</source>
        <translation>*Annehmen ist auf dem Weg zu {vendor}.* Der Bon folgt auf das Ja.</translation>
    </message>
    <message>
        <source>*Cancelled {time}.*</source>
        <translation>*Storniert um {time}.*</translation>
    </message>
    <message>
        <source>*Collected {time}.*</source>
        <translation>*Abgeholt um {time}.*</translation>
    </message>
    <message>
        <source>*Give {amount} back,* then press *Money returned*.</source>
        <translation>*{amount} zurückgeben,* dann *Geld zurückgegeben* drücken.</translation>
    </message>
    <message>
        <source>*It comes late: ordered at {time}.* Look whether it can still be made.</source>
        <translation>*Sie kommt spät: bestellt um {time}.* Nachsehen, ob sie noch zu machen ist.</translation>
    </message>
    <message>
        <source>*It left at {time}.* Press *Collected* once it has arrived.</source>
        <translation>*Ging um {time} los.* *Abgeholt* drücken, sobald sie angekommen ist.</translation>
    </message>
    <message>
        <source>*Left {time}.*</source>
        <translation>*Nicht abgeholt, {time}.*</translation>
    </message>
    <message>
        <source>*Nothing to do before {time}.* Then it comes forward by itself.</source>
        <translation>*Vor {time} ist nichts zu tun.* Dann kommt sie von selbst nach vorn.</translation>
    </message>
    <message>
        <source>*Nothing to do before {time}.* Then its slip comes out.</source>
        <translation>*Vor {time} ist nichts zu tun.* Dann kommt ihr Bon.</translation>
    </message>
    <message>
        <source>*Reject is on its way to {vendor}.* Do not prepare it.</source>
        <translation>*Ablehnen ist auf dem Weg zu {vendor}.* Nicht zubereiten.</translation>
    </message>
    <message>
        <source>*Rejected elsewhere at {time}.*</source>
        <translation>*Anderswo abgelehnt um {time}.*</translation>
    </message>
    <message>
        <source>*Rejected here.* {vendor} is told when Undo has run out.</source>
        <translation>*Hier abgelehnt.* {vendor} erfährt es, wenn die Zeit zum Rückgängigmachen um ist.</translation>
    </message>
    <message>
        <source>*Rejected {time}.*</source>
        <translation>*Abgelehnt um {time}.*</translation>
    </message>
    <message>
        <source>*Set to Collected elsewhere at {time}.*</source>
        <translation>*Anderswo auf Abgeholt gesetzt um {time}.*</translation>
    </message>
    <message>
        <source>*Set to Left elsewhere at {time}.*</source>
        <translation>*Anderswo auf Nicht abgeholt gesetzt um {time}.*</translation>
    </message>
    <message>
        <source>*Sold out today: {items}.*</source>
        <translation>*Heute ausverkauft: {items}.*</translation>
    </message>
    <message>
        <source>*The customer cancelled at {time}.*</source>
        <translation>*Der Kunde hat um {time} storniert.*</translation>
    </message>
    <message>
        <source>*The payment failed.* Take {amount} another way, or hand over unpaid.</source>
        <translation>*Die Zahlung ist gescheitert.* {amount} anders kassieren oder unbezahlt übergeben.</translation>
    </message>
    <message>
        <source>*The payment is on its way to {vendor}.* The slip follows its yes.</source>
        <translation>*Die Zahlung ist auf dem Weg zu {vendor}.* Der Bon folgt auf das Ja.</translation>
    </message>
    <message>
        <source>*What is to be paid is not known.* Ask, take it, then hand over.</source>
        <translation>*Der Betrag ist nicht bekannt.* Fragen, kassieren, dann übergeben.</translation>
    </message>
    <message>
        <source>*{amount} is still to be paid.* Take the payment, then hand over.</source>
        <translation>*{amount} sind noch zu zahlen.* Kassieren, dann übergeben.</translation>
    </message>
    <message>
        <source>*{vendor} changed this order.* Compare the lines, then press *Seen*.</source>
        <translation>*{vendor} hat diese Bestellung geändert.* Die Zeilen vergleichen, dann *Gesehen* drücken.</translation>
    </message>
    <message>
        <source>*{vendor} gave no number for this order, so it cannot be told.* Set it to collected there; *Left* takes it off this board.</source>
        <translation>*{vendor} gab für diese Bestellung keine Nummer und kann nichts erfahren.* Dort auf abgeholt setzen; *Nicht abgeholt* nimmt sie vom Board.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Accept goes out by itself when it does.</source>
        <translation>*{vendor} hat noch nicht geantwortet.* Annehmen geht dann von selbst hinaus.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Reject goes out by itself when it does.</source>
        <translation>*{vendor} hat noch nicht geantwortet.* Ablehnen geht dann von selbst hinaus.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* The payment is told when it does.</source>
        <translation>*{vendor} hat noch nicht geantwortet.* Die Zahlung wird dann gemeldet.</translation>
    </message>
    <message>
        <source>*{vendor} is paused:* this order rings at {time}.</source>
        <translation>*{vendor} pausiert:* diese Bestellung klingelt um {time}.</translation>
    </message>
    <message>
        <source>*{vendor} says otherwise: “{word}”.* Here it is closed.</source>
        <translation>*{vendor} sagt etwas anderes: „{word}“.* Hier ist sie beendet.</translation>
    </message>
    <message>
        <source>*{vendor} shows “{word}”, which Pult does not know.* Look at it in {vendor}.</source>
        <translation>*{vendor} zeigt „{word}“, was Pult nicht kennt.* In {vendor} nachsehen.</translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation>Nicht übergeben.</translation>
    </message>
    <message>
        <source>Do not hand the order over.</source>
        <translation>Die Bestellung nicht übergeben.</translation>
    </message>
    <message>
        <source>Do not prepare it.</source>
        <translation>Nicht zubereiten.</translation>
    </message>
    <message>
        <source>Handed over unpaid: {reason}.</source>
        <translation>Unbezahlt übergeben: {reason}.</translation>
    </message>
    <message>
        <source>It came while {vendor} was paused.</source>
        <translation>Sie kam, während {vendor} pausierte.</translation>
    </message>
    <message>
        <source>It is paid.</source>
        <translation>Sie ist bezahlt.</translation>
    </message>
    <message>
        <source>It then rests in *Later* until {time}.</source>
        <translation>Danach ruht sie unter *Später* bis {time}.</translation>
    </message>
    <message>
        <source>Money back: {amount}, by hand.</source>
        <translation>Geld zurück: {amount}, von Hand.</translation>
    </message>
    <message>
        <source>Next: *accept*.</source>
        <translation>Jetzt: *annehmen*.</translation>
    </message>
    <message>
        <source>Next: *take the payment.* {vendor} makes the order with it.</source>
        <translation>Jetzt: *kassieren.* {vendor} legt die Bestellung damit an.</translation>
    </message>
    <message>
        <source>Next: give it to the driver, then press *On the way*.</source>
        <translation>Jetzt: dem Fahrer geben, dann *Unterwegs* drücken.</translation>
    </message>
    <message>
        <source>Next: hand over, then press *Collected*.</source>
        <translation>Jetzt: übergeben, dann *Abgeholt* drücken.</translation>
    </message>
    <message>
        <source>Next: look in *{vendor}* whether it is paid, then say so here.</source>
        <translation>Jetzt: in *{vendor}* nachsehen, ob sie bezahlt ist, und es hier sagen.</translation>
    </message>
    <message>
        <source>Next: prepare it, then press *Ready*.</source>
        <translation>Jetzt: zubereiten, dann *Fertig* drücken.</translation>
    </message>
    <message>
        <source>Next: scan the customer's *new order number* to use the money for it, or give it back and press *Money returned*.</source>
        <translation>Jetzt: die *neue Bestellnummer* des Kunden scannen, um das Geld dafür zu nehmen, oder es zurückgeben und *Geld zurückgegeben* drücken.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not charge again.</source>
        <translation>Jetzt: warten oder *Erneut fragen* drücken. Nicht noch einmal kassieren.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not prepare it.</source>
        <translation>Jetzt: warten oder *Erneut fragen* drücken. Nicht zubereiten.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. The order is kept.</source>
        <translation>Jetzt: warten oder *Erneut fragen* drücken. Die Bestellung ist gesichert.</translation>
    </message>
    <message>
        <source>Not accepted by itself: an item is not in the catalogue.</source>
        <translation>Nicht von selbst angenommen: ein Artikel fehlt im Katalog.</translation>
    </message>
    <message>
        <source>Not accepted by itself: an item is sold out.</source>
        <translation>Nicht von selbst angenommen: ein Artikel ist ausverkauft.</translation>
    </message>
    <message>
        <source>Not accepted by itself: it costs more than the limit.</source>
        <translation>Nicht von selbst angenommen: teurer als die Grenze.</translation>
    </message>
    <message>
        <source>Not accepted by itself: not at this hour.</source>
        <translation>Nicht von selbst angenommen: nicht zu dieser Stunde.</translation>
    </message>
    <message>
        <source>Not accepted by itself: something is to be paid here.</source>
        <translation>Nicht von selbst angenommen: hier ist etwas zu zahlen.</translation>
    </message>
    <message>
        <source>Not accepted by itself: the customer wrote a note.</source>
        <translation>Nicht von selbst angenommen: der Kunde schrieb eine Notiz.</translation>
    </message>
    <message>
        <source>Not accepted by itself: the printer of its slip was not well.</source>
        <translation>Nicht von selbst angenommen: der Drucker ihres Bons war nicht in Ordnung.</translation>
    </message>
    <message>
        <source>Nothing is to be paid here.</source>
        <translation>Hier ist nichts zu zahlen.</translation>
    </message>
    <message>
        <source>Nothing is to be paid here. Look in *{vendor}* what it waits for.</source>
        <translation>Hier ist nichts zu zahlen. In *{vendor}* nachsehen, worauf sie wartet.</translation>
    </message>
    <message>
        <source>Stop preparing.</source>
        <translation>Nicht weiter zubereiten.</translation>
    </message>
    <message>
        <source>The payment failed; take it another way.</source>
        <translation>Die Zahlung ist gescheitert; anders kassieren.</translation>
    </message>
    <message>
        <source>There is no money to give back.</source>
        <translation>Es ist kein Geld zurückzugeben.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>What is to be paid here is not known: ask.</source>
        <translation>Der Betrag hier ist nicht bekannt: fragen.</translation>
    </message>
    <message>
        <source>{amount} is to be paid here before hand-over.</source>
        <translation>Vor der Übergabe sind hier {amount} zu zahlen.</translation>
    </message>
    <message>
        <source>{move} cannot be undone.</source>
        <translation>{move} lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>{vendor} does not undo it.</source>
        <translation>{vendor} macht das nicht rückgängig.</translation>
    </message>
    <message>
        <source>{vendor} is not told yet; Pult goes on by itself.</source>
        <translation>{vendor} weiß es noch nicht; Pult macht von selbst weiter.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} erfährt es nicht.</translation>
    </message>
    <message>
        <source>{vendor} is not told: see *To settle*.</source>
        <translation>{vendor} erfährt es nicht: siehe *Zu klären*.</translation>
    </message>
    <message>
        <source>{vendor} is told when Undo has run out.</source>
        <translation>{vendor} erfährt es, wenn die Zeit zum Rückgängigmachen um ist.</translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation>{vendor} weiß es.</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Show the whole note</source>
        <translation>Ganze Notiz zeigen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n slips go to “{printer}”</source>
        <translation>
            <numerusform>%n Bon geht an „{printer}“</numerusform>
            <numerusform>%n Bons gehen an „{printer}“</numerusform>
        </translation>
    </message>
    <message>
        <source>1 has changed meanwhile: look at it.</source>
        <translation>1 hat sich inzwischen geändert: ansehen.</translation>
    </message>
    <message>
        <source>1 order collected.</source>
        <translation>1 Bestellung abgeholt.</translation>
    </message>
    <message>
        <source>1 order is back in Ready.</source>
        <translation>1 Bestellung ist wieder in Fertig.</translation>
    </message>
    <message>
        <source>All orders are kept. Look at what is not confirmed and at the last slip.</source>
        <translation>Alle Bestellungen sind gesichert. Nicht Bestätigtes und den letzten Bon ansehen.</translation>
    </message>
    <message>
        <source>Another device is in place of “{device}”.</source>
        <translation>Ein anderes Gerät ist an der Stelle von „{device}“.</translation>
    </message>
    <message>
        <source>Bring back is in History.</source>
        <translation>Zurückholen steht im Verlauf.</translation>
    </message>
    <message>
        <source>Change: {amount}.</source>
        <translation>Rückgeld: {amount}.</translation>
    </message>
    <message>
        <source>Compare the lines, then press Seen.</source>
        <translation>Die Zeilen vergleichen, dann Gesehen drücken.</translation>
    </message>
    <message>
        <source>Customers can still order; new orders are held.</source>
        <translation>Kunden können weiter bestellen; neue Bestellungen werden zurückgehalten.</translation>
    </message>
    <message>
        <source>Customers can still order; new orders are rejected.</source>
        <translation>Kunden können weiter bestellen; neue Bestellungen werden abgelehnt.</translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation>Kam Bon {number} heraus?</translation>
    </message>
    <message>
        <source>Did the badge of {name} come out?</source>
        <translation>Kam der Ausweis von {name} heraus?</translation>
    </message>
    <message>
        <source>Did the station slip of {number} come out?</source>
        <translation>Kam der Stationsbon von {number} heraus?</translation>
    </message>
    <message>
        <source>Do not charge again. Look in {vendor}, then say so here.</source>
        <translation>Nicht noch einmal kassieren. In {vendor} nachsehen und es hier sagen.</translation>
    </message>
    <message>
        <source>Do not hand it over. Then press Seen.</source>
        <translation>Nicht übergeben. Dann Gesehen drücken.</translation>
    </message>
    <message>
        <source>Do not prepare it. Then press Seen.</source>
        <translation>Nicht zubereiten. Dann Gesehen drücken.</translation>
    </message>
    <message>
        <source>Here it goes on. Settle it under Not in register.</source>
        <translation>Hier läuft sie weiter. Unter Nicht in der Kasse klären.</translation>
    </message>
    <message>
        <source>Here it is closed. Open it, look, then press Seen.</source>
        <translation>Hier ist sie beendet. Öffnen, ansehen, dann Gesehen drücken.</translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it. Look at it.</source>
        <translation>Hier steht sie so wie bei {vendor}. Ansehen.</translation>
    </message>
    <message>
        <source>Here the order goes on. Set it in {vendor} by hand.</source>
        <translation>Hier läuft die Bestellung weiter. In {vendor} von Hand setzen.</translation>
    </message>
    <message>
        <source>It came from {vendor}.</source>
        <translation>Sie kam von {vendor}.</translation>
    </message>
    <message>
        <source>It counts from now on, a former one no more.</source>
        <translation>Er gilt ab jetzt, ein früherer nicht mehr.</translation>
    </message>
    <message>
        <source>It does not count. Throw it away and print it again.</source>
        <translation>Er gilt nicht. Werfen Sie ihn weg und drucken Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>It is kept aside. Ask {vendor} whether a customer waits.</source>
        <translation>Sie ist beiseitegelegt. Bei {vendor} fragen, ob ein Kunde wartet.</translation>
    </message>
    <message>
        <source>It is not accepted. Do not prepare it yet.</source>
        <translation>Sie ist nicht angenommen. Noch nicht zubereiten.</translation>
    </message>
    <message>
        <source>It is not rejected. The customer waits.</source>
        <translation>Sie ist nicht abgelehnt. Der Kunde wartet.</translation>
    </message>
    <message>
        <source>It is not sent again by itself. Look there, then open it.</source>
        <translation>Von selbst geht nichts noch einmal hinaus. Dort nachsehen, dann öffnen.</translation>
    </message>
    <message>
        <source>It is too late to undo.</source>
        <translation>Zum Rückgängigmachen ist es zu spät.</translation>
    </message>
    <message>
        <source>It reads nothing. Open Settings, Scanners, its scan doctor.</source>
        <translation>Er liest nichts. Einstellungen, Scanner, Scanner-Prüfung öffnen.</translation>
    </message>
    <message>
        <source>It rings at {time}. Open it to take it now.</source>
        <translation>Sie klingelt um {time}. Öffnen, um sie jetzt zu nehmen.</translation>
    </message>
    <message>
        <source>Keep the money and do not charge again. Pult asks by itself.</source>
        <translation>Das Geld behalten und nicht noch einmal kassieren. Pult fragt von selbst.</translation>
    </message>
    <message>
        <source>Keep the money. Open the order to see what to do.</source>
        <translation>Das Geld behalten. In der Bestellung steht, was zu tun ist.</translation>
    </message>
    <message>
        <source>Make sure that the customer has not paid twice.</source>
        <translation>Sicherstellen, dass der Kunde nicht doppelt bezahlt hat.</translation>
    </message>
    <message>
        <source>New order {number}.</source>
        <translation>Neue Bestellung {number}.</translation>
    </message>
    <message>
        <source>New orders ring again.</source>
        <translation>Neue Bestellungen klingeln wieder.</translation>
    </message>
    <message>
        <source>New orders with it are marked; the vendors still offer it.</source>
        <translation>Neue Bestellungen damit werden gekennzeichnet; die Anbieter bieten es weiter an.</translation>
    </message>
    <message>
        <source>No badge for {name}: {why}.</source>
        <translation>Kein Ausweis für {name}: {why}.</translation>
    </message>
    <message>
        <source>No order was collected.</source>
        <translation>Keine Bestellung wurde abgeholt.</translation>
    </message>
    <message>
        <source>No slip came out. Press Print if it is still wanted.</source>
        <translation>Kein Bon kam heraus. Drucken drücken, wenn er noch gebraucht wird.</translation>
    </message>
    <message>
        <source>No slip comes out here by itself; press Print if you need it.</source>
        <translation>Hier kommt von selbst kein Bon; bei Bedarf Drucken drücken.</translation>
    </message>
    <message>
        <source>No slip for {number}: nothing prints slips.</source>
        <translation>Kein Bon für {number}: nichts druckt Bons.</translation>
    </message>
    <message>
        <source>No vendor can reach this till.</source>
        <translation>Kein Anbieter erreicht dieses Gerät.</translation>
    </message>
    <message>
        <source>Nobody was told.</source>
        <translation>Niemand hat es erfahren.</translation>
    </message>
    <message>
        <source>Nothing is open with {vendor} any more.</source>
        <translation>Bei {vendor} ist nichts mehr offen.</translation>
    </message>
    <message>
        <source>Nothing is sent twice. Pult asks.</source>
        <translation>Nichts geht doppelt hinaus. Pult fragt.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again.</source>
        <translation>Nichts wurde geändert. Noch einmal scannen.</translation>
    </message>
    <message>
        <source>Open orders by a tap. Look at its cable; it is found by itself.</source>
        <translation>Bestellungen durch Antippen öffnen. Nach dem Kabel sehen; er wird von selbst gefunden.</translation>
    </message>
    <message>
        <source>Orders are kept and Pult goes on. Look at the order again.</source>
        <translation>Bestellungen sind gesichert, Pult läuft weiter. Die Bestellung noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Orders are safe, but nothing reaches {vendor}. Open Settings.</source>
        <translation>Bestellungen sind sicher, aber nichts erreicht {vendor}. Einstellungen öffnen.</translation>
    </message>
    <message>
        <source>Orders go on.</source>
        <translation>Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late.</source>
        <translation>Bestellungen hier sind sicher. Neue kommen vielleicht spät.</translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late: look in {vendor}.</source>
        <translation>Bestellungen hier sind sicher. Neue kommen vielleicht spät: in {vendor} nachsehen.</translation>
    </message>
    <message>
        <source>Orders here are safe. What you do is sent when it answers.</source>
        <translation>Bestellungen hier sind sicher. Was Sie tun, geht hinaus, wenn es antwortet.</translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away.</source>
        <translation>Bestellungen auf dem Board sind sicher, neue werden abgewiesen.</translation>
    </message>
    <message>
        <source>Prepare it now.</source>
        <translation>Jetzt zubereiten.</translation>
    </message>
    <message>
        <source>Press Seen when you have looked.</source>
        <translation>Gesehen drücken, wenn Sie nachgesehen haben.</translation>
    </message>
    <message>
        <source>Printed there and nowhere else.</source>
        <translation>Dort gedruckt und nirgends sonst.</translation>
    </message>
    <message>
        <source>Pult cannot save.</source>
        <translation>Pult kann nicht speichern.</translation>
    </message>
    <message>
        <source>Pult saves again.</source>
        <translation>Pult speichert wieder.</translation>
    </message>
    <message>
        <source>Pult stopped by itself and was started again.</source>
        <translation>Pult endete von selbst und wurde neu gestartet.</translation>
    </message>
    <message>
        <source>Ring it up on the register.</source>
        <translation>In der Kasse bonieren.</translation>
    </message>
    <message>
        <source>Scan it once. If it did not come out, print it again.</source>
        <translation>Scannen Sie ihn einmal. Kam er nicht heraus, drucken Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>See to the printer, then print it again.</source>
        <translation>Sehen Sie nach dem Drucker und drucken Sie ihn dann noch einmal.</translation>
    </message>
    <message>
        <source>Show {number}</source>
        <translation>{number} zeigen</translation>
    </message>
    <message>
        <source>Slip {number} goes to “{printer}”</source>
        <translation>Bon {number} geht an „{printer}“</translation>
    </message>
    <message>
        <source>Slip {number} is printed.</source>
        <translation>Bon {number} ist gedruckt.</translation>
    </message>
    <message>
        <source>Slip {number} is settled.</source>
        <translation>Bon {number} ist geklärt.</translation>
    </message>
    <message>
        <source>Slip {number} waits and comes by itself. Orders go on.</source>
        <translation>Bon {number} wartet und kommt von selbst. Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>Slips that waited come by themselves.</source>
        <translation>Wartende Bons kommen von selbst.</translation>
    </message>
    <message>
        <source>Slips wait and come by themselves. Orders go on.</source>
        <translation>Bons warten und kommen von selbst. Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>Something in Pult went wrong.</source>
        <translation>In Pult ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Stop preparing, then press Seen.</source>
        <translation>Nicht weiter zubereiten, dann Gesehen drücken.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take it another way, or hand over unpaid with a reason.</source>
        <translation>Anders kassieren oder mit Grund unbezahlt übergeben.</translation>
    </message>
    <message>
        <source>That is no longer possible.</source>
        <translation>Das geht nicht mehr.</translation>
    </message>
    <message>
        <source>That no longer holds.</source>
        <translation>Das gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The answer is kept. Look at new orders in {vendor} too.</source>
        <translation>Die Antwort ist gesichert. Neue Bestellungen auch in {vendor} ansehen.</translation>
    </message>
    <message>
        <source>The badge of {name} is printed.</source>
        <translation>Der Ausweis von {name} ist gedruckt.</translation>
    </message>
    <message>
        <source>The badge of {name} was sent to the printer.</source>
        <translation>Der Ausweis von {name} ging an den Drucker.</translation>
    </message>
    <message>
        <source>The cover of “{printer}” is open.</source>
        <translation>Der Deckel von „{printer}“ ist offen.</translation>
    </message>
    <message>
        <source>The customer cancelled {number}.</source>
        <translation>Der Kunde hat {number} storniert.</translation>
    </message>
    <message>
        <source>The customer cancelled. Do not prepare it.</source>
        <translation>Der Kunde hat storniert. Nicht zubereiten.</translation>
    </message>
    <message>
        <source>The customer cancelled. Stop preparing.</source>
        <translation>Der Kunde hat storniert. Nicht weiter zubereiten.</translation>
    </message>
    <message>
        <source>The drawer did not open: {why}.</source>
        <translation>Die Kassenlade ging nicht auf: {why}.</translation>
    </message>
    <message>
        <source>The key of {vendor} cannot be read.</source>
        <translation>Der Schlüssel von {vendor} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The order goes on. Open Settings, Printers.</source>
        <translation>Die Bestellung läuft weiter. Einstellungen, Drucker öffnen.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Look at it again.</source>
        <translation>Die Bestellung hat sich inzwischen geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The order was cancelled since.</source>
        <translation>Die Bestellung wurde inzwischen storniert.</translation>
    </message>
    <message>
        <source>The pause of {vendor} is over.</source>
        <translation>Die Pause von {vendor} ist vorbei.</translation>
    </message>
    <message>
        <source>The payment is noted. Open the drawer with the key.</source>
        <translation>Die Zahlung ist notiert. Die Lade mit dem Schlüssel öffnen.</translation>
    </message>
    <message>
        <source>The slip has “?” for them. Read the order here.</source>
        <translation>Auf dem Bon steht dafür „?“. Die Bestellung hier lesen.</translation>
    </message>
    <message>
        <source>The station slip of {number} waits and comes by itself. Orders go on.</source>
        <translation>Der Stationsbon von {number} wartet und kommt von selbst. Bestellungen laufen weiter.</translation>
    </message>
    <message>
        <source>The vendor is being told.</source>
        <translation>Der Anbieter wird informiert.</translation>
    </message>
    <message>
        <source>The vendor is not told.</source>
        <translation>Der Anbieter erfährt es nicht.</translation>
    </message>
    <message>
        <source>The vendor is told in {seconds} s.</source>
        <translation>Der Anbieter erfährt es in {seconds} s.</translation>
    </message>
    <message>
        <source>They have changed meanwhile. Look at them again.</source>
        <translation>Sie haben sich inzwischen geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This is settled.</source>
        <translation>Das ist geklärt.</translation>
    </message>
    <message>
        <source>Walk-in order {number} is placed.</source>
        <translation>Thekenbestellung {number} ist aufgenommen.</translation>
    </message>
    <message>
        <source>What waited is sent now.</source>
        <translation>Was wartete, geht jetzt hinaus.</translation>
    </message>
    <message>
        <source>You have seen it.</source>
        <translation>Sie haben es gesehen.</translation>
    </message>
    <message>
        <source>{amount} taken.</source>
        <translation>{amount} kassiert.</translation>
    </message>
    <message>
        <source>{amount} to be paid.</source>
        <translation>{amount} zu zahlen.</translation>
    </message>
    <message>
        <source>{count} could not be: see History.</source>
        <translation>{count} gingen nicht: siehe Verlauf.</translation>
    </message>
    <message>
        <source>{count} have changed meanwhile: look at them.</source>
        <translation>{count} haben sich inzwischen geändert: ansehen.</translation>
    </message>
    <message>
        <source>{count} orders are back in Ready.</source>
        <translation>{count} Bestellungen sind wieder in Fertig.</translation>
    </message>
    <message>
        <source>{count} orders collected.</source>
        <translation>{count} Bestellungen abgeholt.</translation>
    </message>
    <message>
        <source>{name} answers again.</source>
        <translation>{name} antwortet wieder.</translation>
    </message>
    <message>
        <source>{name} is on sale again.</source>
        <translation>{name} ist wieder erhältlich.</translation>
    </message>
    <message>
        <source>{name} is sold out today.</source>
        <translation>{name} ist heute ausverkauft.</translation>
    </message>
    <message>
        <source>{name} lets this shop in again.</source>
        <translation>{name} lässt diesen Laden wieder ein.</translation>
    </message>
    <message>
        <source>{name} reaches this till again.</source>
        <translation>{name} erreicht dieses Gerät wieder.</translation>
    </message>
    <message>
        <source>{number} accepted.</source>
        <translation>{number} angenommen.</translation>
    </message>
    <message>
        <source>{number} cancelled.</source>
        <translation>{number} storniert.</translation>
    </message>
    <message>
        <source>{number} collected.</source>
        <translation>{number} abgeholt.</translation>
    </message>
    <message>
        <source>{number} handed over unpaid.</source>
        <translation>{number} unbezahlt übergeben.</translation>
    </message>
    <message>
        <source>{number} is back in Preparing.</source>
        <translation>{number} ist zurück in Arbeit.</translation>
    </message>
    <message>
        <source>{number} is back where it was.</source>
        <translation>{number} ist zurück, wo sie war.</translation>
    </message>
    <message>
        <source>{number} is due at {time}.</source>
        <translation>{number} ist um {time} fällig.</translation>
    </message>
    <message>
        <source>{number} is not in {vendor}.</source>
        <translation>{number} ist nicht in {vendor}.</translation>
    </message>
    <message>
        <source>{number} is wanted as soon as possible now.</source>
        <translation>{number} wird jetzt so bald wie möglich gewünscht.</translation>
    </message>
    <message>
        <source>{number} left.</source>
        <translation>{number} nicht abgeholt.</translation>
    </message>
    <message>
        <source>{number} moved.</source>
        <translation>{number} bewegt.</translation>
    </message>
    <message>
        <source>{number} on the way.</source>
        <translation>{number} unterwegs.</translation>
    </message>
    <message>
        <source>{number} ready.</source>
        <translation>{number} fertig.</translation>
    </message>
    <message>
        <source>{number} rejected by the pause: {reason}.</source>
        <translation>{number} durch die Pause abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>{number} rejected.</source>
        <translation>{number} abgelehnt.</translation>
    </message>
    <message>
        <source>{number} seen.</source>
        <translation>{number} gesehen.</translation>
    </message>
    <message>
        <source>{number} waits: {vendor} is paused.</source>
        <translation>{number} wartet: {vendor} pausiert.</translation>
    </message>
    <message>
        <source>{number} was accepted elsewhere first.</source>
        <translation>{number} wurde anderswo zuerst angenommen.</translation>
    </message>
    <message>
        <source>{number} was due at {time}, while Pult was off.</source>
        <translation>{number} war um {time} fällig, während Pult aus war.</translation>
    </message>
    <message>
        <source>{number} was ended elsewhere.</source>
        <translation>{number} wurde anderswo beendet.</translation>
    </message>
    <message>
        <source>{number} was rejected elsewhere.</source>
        <translation>{number} wurde anderswo abgelehnt.</translation>
    </message>
    <message>
        <source>{number} was set to Collected elsewhere.</source>
        <translation>{number} wurde anderswo auf Abgeholt gesetzt.</translation>
    </message>
    <message>
        <source>{number} was set to Left elsewhere.</source>
        <translation>{number} wurde anderswo auf Nicht abgeholt gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>{number}: %n letters could not be printed by “{printer}”.</source>
        <translation>
            <numerusform>{number}: „{printer}“ konnte %n Zeichen nicht drucken.</numerusform>
            <numerusform>{number}: „{printer}“ konnte %n Zeichen nicht drucken.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: money returned.</source>
        <translation>{number}: Geld zurückgegeben.</translation>
    </message>
    <message>
        <source>{number}: no payment was noted.</source>
        <translation>{number}: keine Zahlung notiert.</translation>
    </message>
    <message>
        <source>{number}: payment accepted.</source>
        <translation>{number}: Zahlung angenommen.</translation>
    </message>
    <message>
        <source>{number}: payment failed.</source>
        <translation>{number}: Zahlung gescheitert.</translation>
    </message>
    <message>
        <source>{number}: payment received.</source>
        <translation>{number}: Zahlung erhalten.</translation>
    </message>
    <message>
        <source>{number}: somebody else booked the payment first.</source>
        <translation>{number}: jemand anderes hat die Zahlung zuerst gebucht.</translation>
    </message>
    <message>
        <source>{number}: that is no longer possible.</source>
        <translation>{number}: das geht nicht mehr.</translation>
    </message>
    <message>
        <source>{number}: the loyalty points are settled.</source>
        <translation>{number}: die Treuepunkte sind geklärt.</translation>
    </message>
    <message>
        <source>{number}: the payment is settled.</source>
        <translation>{number}: die Zahlung ist geklärt.</translation>
    </message>
    <message>
        <source>{number}: your {move} is settled.</source>
        <translation>{number}: Ihr {move} ist geklärt.</translation>
    </message>
    <message>
        <source>{number}: your {move} may not have reached {vendor}.</source>
        <translation>{number}: Ihr {move} hat {vendor} vielleicht nicht erreicht.</translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed that it has the order.</source>
        <translation>{number}: {vendor} hat nicht bestätigt, die Bestellung zu haben.</translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed the payment.</source>
        <translation>{number}: {vendor} hat die Zahlung nicht bestätigt.</translation>
    </message>
    <message>
        <source>{number}: {vendor} says otherwise.</source>
        <translation>{number}: {vendor} sagt etwas anderes.</translation>
    </message>
    <message>
        <source>{number}: {vendor} went on before your {move} was sent.</source>
        <translation>{number}: {vendor} war weiter, bevor Ihr {move} hinausging.</translation>
    </message>
    <message>
        <source>{vendor} answered in words Pult does not know.</source>
        <translation>{vendor} antwortete mit Worten, die Pult nicht kennt.</translation>
    </message>
    <message>
        <source>{vendor} cannot reach this till.</source>
        <translation>{vendor} erreicht dieses Gerät nicht.</translation>
    </message>
    <message>
        <source>{vendor} changed {number}.</source>
        <translation>{vendor} hat {number} geändert.</translation>
    </message>
    <message>
        <source>{vendor} confirmed {move} for {number}.</source>
        <translation>{vendor} hat {move} für {number} bestätigt.</translation>
    </message>
    <message>
        <source>{vendor} did not confirm the amount in time. Take payment again.</source>
        <translation>{vendor} hat den Betrag nicht rechtzeitig bestätigt. Noch einmal Kassieren drücken.</translation>
    </message>
    <message>
        <source>{vendor} does not accept the key.</source>
        <translation>{vendor} nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>{vendor} does not answer.</source>
        <translation>{vendor} antwortet nicht.</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in.</source>
        <translation>{vendor} lässt diesen Laden nicht ein.</translation>
    </message>
    <message>
        <source>{vendor} gave no order.</source>
        <translation>{vendor} gab keine Bestellung.</translation>
    </message>
    <message>
        <source>{vendor} goes on.</source>
        <translation>{vendor} geht weiter.</translation>
    </message>
    <message>
        <source>{vendor} has not confirmed it yet.</source>
        <translation>{vendor} hat es noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>{vendor} is being told.</source>
        <translation>{vendor} wird informiert.</translation>
    </message>
    <message>
        <source>{vendor} is making the order.</source>
        <translation>{vendor} legt die Bestellung an.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} erfährt es nicht.</translation>
    </message>
    <message>
        <source>{vendor} is not told: see To settle.</source>
        <translation>{vendor} erfährt es nicht: siehe Zu klären.</translation>
    </message>
    <message>
        <source>{vendor} is paused until you resume it.</source>
        <translation>{vendor} pausiert, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>{vendor} is paused until {time}.</source>
        <translation>{vendor} pausiert bis {time}.</translation>
    </message>
    <message>
        <source>{vendor} is told in {seconds} s.</source>
        <translation>{vendor} erfährt es in {seconds} s.</translation>
    </message>
    <message>
        <source>{vendor} is told once it lets this shop in.</source>
        <translation>{vendor} erfährt es, sobald dieser Laden eingelassen wird.</translation>
    </message>
    <message>
        <source>{vendor} is told when it answers again.</source>
        <translation>{vendor} erfährt es, wenn es wieder antwortet.</translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation>{vendor} weiß es.</translation>
    </message>
    <message>
        <source>{vendor} refused it.</source>
        <translation>{vendor} hat es verweigert.</translation>
    </message>
    <message>
        <source>{vendor} refused {move} for {number}.</source>
        <translation>{vendor} hat {move} für {number} verweigert.</translation>
    </message>
    <message>
        <source>{vendor} sent an order it does not know itself.</source>
        <translation>{vendor} schickte eine Bestellung, die es selbst nicht kennt.</translation>
    </message>
    <message>
        <source>{vendor} was not told of it.</source>
        <translation>{vendor} hat es nicht erfahren.</translation>
    </message>
    <message>
        <source>{why}. Put right, it may still print it by itself.</source>
        <translation>{why}. Danach druckt er ihn vielleicht noch von selbst.</translation>
    </message>
    <message>
        <source>“{device}” read something that is no code.</source>
        <translation>„{device}“ las etwas, das kein Code ist.</translation>
    </message>
    <message>
        <source>“{device}” reads nothing.</source>
        <translation>„{device}“ liest nichts.</translation>
    </message>
    <message>
        <source>“{name}” prints again.</source>
        <translation>„{name}“ druckt wieder.</translation>
    </message>
    <message>
        <source>“{name}” reads again.</source>
        <translation>„{name}“ liest wieder.</translation>
    </message>
    <message>
        <source>“{printer}” stopped answering at the end. Look at it.</source>
        <translation>„{printer}“ antwortete am Ende nicht mehr. Nachsehen.</translation>
    </message>
    <message>
        <source>“{printer}” {cause}</source>
        <translation>„{printer}“ {cause}</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>A number holds for 24 hours, and only the last one counts. The customer's app makes its own; this is for the basket of the session set here.</source>
        <translation>Eine Nummer gilt 24 Stunden, und nur die letzte zählt. Die App des Kunden macht ihre eigene; diese ist für den Warenkorb der hier gesetzten Sitzung.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Get an order number</source>
        <translation>Bestellnummer holen</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>No slip: accepted elsewhere</source>
        <translation>Kein Bon: anderswo angenommen</translation>
    </message>
    <message>
        <source>No slip: it was given up</source>
        <translation>Kein Bon: er wurde aufgegeben</translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation>Kein Bon: kein Drucker</translation>
    </message>
    <message>
        <source>No station slip on “{printer}”: it was given up</source>
        <translation>Kein Stationsbon auf „{printer}“: er wurde aufgegeben</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Slip came out of “{printer}”</source>
        <translation>Bon kam aus „{printer}“</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation>Bon geht an „{printer}“</translation>
    </message>
    <message>
        <source>Slip is being printed on “{printer}”</source>
        <translation>Bon wird auf „{printer}“ gedruckt</translation>
    </message>
    <message>
        <source>Slip not confirmed by “{printer}”</source>
        <translation>Bon von „{printer}“ nicht bestätigt</translation>
    </message>
    <message>
        <source>Slip printed {time} on “{printer}”</source>
        <translation>Bon gedruckt {time} auf „{printer}“</translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm it</source>
        <translation>Bon an „{printer}“ gesendet, der es nicht bestätigen kann</translation>
    </message>
    <message>
        <source>Slip sent {time} to “{printer}”, which cannot confirm it</source>
        <translation>Bon {time} an „{printer}“ gesendet, der es nicht bestätigen kann</translation>
    </message>
    <message>
        <source>Slip waits: “{printer}” {cause}</source>
        <translation>Bon wartet: „{printer}“ {cause}</translation>
    </message>
    <message>
        <source>Station slip came out of “{printer}”</source>
        <translation>Stationsbon kam aus „{printer}“</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation>Stationsbon geht an „{printer}“</translation>
    </message>
    <message>
        <source>Station slip is being printed on “{printer}”</source>
        <translation>Stationsbon wird auf „{printer}“ gedruckt</translation>
    </message>
    <message>
        <source>Station slip not confirmed by “{printer}”</source>
        <translation>Stationsbon von „{printer}“ nicht bestätigt</translation>
    </message>
    <message>
        <source>Station slip printed {time} on “{printer}”</source>
        <translation>Stationsbon gedruckt {time} auf „{printer}“</translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm it</source>
        <translation>Stationsbon an „{printer}“ gesendet, der es nicht bestätigen kann</translation>
    </message>
    <message>
        <source>Station slip waits: “{printer}” {cause}</source>
        <translation>Stationsbon wartet: „{printer}“ {cause}</translation>
    </message>
    <message>
        <source>app order {time}</source>
        <translation>App-Bestellung {time}</translation>
    </message>
    <message>
        <source>cannot cut</source>
        <translation>kann nicht schneiden</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>has little paper</source>
        <translation>hat wenig Papier</translation>
    </message>
    <message>
        <source>has no paper</source>
        <translation>hat kein Papier</translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation>hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>is another device now</source>
        <translation>ist jetzt ein anderes Gerät</translation>
    </message>
    <message>
        <source>is not reachable</source>
        <translation>ist nicht erreichbar</translation>
    </message>
    <message>
        <source>is offline</source>
        <translation>ist offline</translation>
    </message>
    <message>
        <source>is open</source>
        <translation>ist offen</translation>
    </message>
    <message>
        <source>is ready again</source>
        <translation>ist wieder bereit</translation>
    </message>
    <message>
        <source>kiosk order {time}</source>
        <translation>Kiosk-Bestellung {time}</translation>
    </message>
    <message>
        <source>ordered {time}</source>
        <translation>bestellt {time}</translation>
    </message>
    <message>
        <source>ordered {time} by {channel}</source>
        <translation>bestellt {time} über {channel}</translation>
    </message>
    <message>
        <source>web order {time}</source>
        <translation>Web-Bestellung {time}</translation>
    </message>
    <message>
        <source>{number} more than once at {vendor}</source>
        <translation>{number} mehrmals bei {vendor}</translation>
    </message>
    <message>
        <source>{number} more than once: {vendors}</source>
        <translation>{number} mehrmals: {vendors}</translation>
    </message>
    <message>
        <source>{number} twice: {vendors}</source>
        <translation>{number} doppelt: {vendors}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>Erase this customer's data</source>
        <translation>Daten dieses Kunden löschen</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>Keine Bestellung gewählt</translation>
    </message>
    <message>
        <source>Open on the board</source>
        <translation>Auf dem Board öffnen</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <source>Tap a line to see what happened.</source>
        <translation>Eine Zeile antippen, um zu sehen, was geschah.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>OrderDialogs</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Erase data</source>
        <translation>Daten löschen</translation>
    </message>
    <message>
        <source>Erase the customer's data of {number}?</source>
        <translation>Die Kundendaten von {number} löschen?</translation>
    </message>
    <message>
        <source>Name, phone, address, card and what was written go for good. Amounts and times stay. What a vendor knows of the customer stays there.</source>
        <translation>Name, Telefon, Adresse, Karte und Geschriebenes gehen für immer. Beträge und Zeiten bleiben. Was ein Anbieter über den Kunden weiß, bleibt dort.</translation>
    </message>
</context>
<context>
    <name>OrderNumber</name>
    <message>
        <source>42, A-42, or the vendor's id</source>
        <translation>42, A-42 oder ID</translation>
    </message>
    <message>
        <source>Ask {vendor} for this id</source>
        <translation>{vendor} nach dieser ID fragen</translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation>{vendor} wird gefragt…</translation>
    </message>
    <message>
        <source>No order on the board has this number.</source>
        <translation>Keine Bestellung auf dem Board hat diese Nummer.</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>Nummer oder ID</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Type a number, or the figures of one.</source>
        <translation>Eine Nummer oder ihre Ziffern eingeben.</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>No order open</source>
        <translation>Keine Bestellung offen</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <source>Tap a card or scan a slip.</source>
        <translation>Eine Karte antippen oder einen Bon scannen.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message numerus="yes">
        <source>%n new orders</source>
        <translation>
            <numerusform>%n neue Bestellung</numerusform>
            <numerusform>%n neue Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Delivery {time}</source>
        <translation>Lieferung {time}</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Lieferung nach Hause</translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation>Unterwegs seit {time}</translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation>Abholung {time}</translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation>Zum Mitnehmen</translation>
    </message>
</context>
<context>
    <name>PanelFoot</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>15 min earlier</source>
        <translation>15 min früher</translation>
    </message>
    <message>
        <source>15 min later</source>
        <translation>15 min später</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Customers can still order.</source>
        <translation>Kunden können weiter bestellen.</translation>
    </message>
    <message>
        <source>Customers can still order; Pult cannot close the shop at {vendor}.</source>
        <translation>Kunden können weiter bestellen; Pult kann das Geschäft bei {vendor} nicht schließen.</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>Wie lange?</translation>
    </message>
    <message>
        <source>Hold them, 10 min at most</source>
        <translation>Zurückhalten, höchstens 10 min</translation>
    </message>
    <message>
        <source>Kitchen full</source>
        <translation>Küche voll</translation>
    </message>
    <message>
        <source>New orders are held, 10 min at most.</source>
        <translation>Neue Bestellungen werden zurückgehalten, höchstens 10 min.</translation>
    </message>
    <message>
        <source>New orders are rejected, and the customer reads why.</source>
        <translation>Neue Bestellungen werden abgelehnt, und der Kunde liest, warum.</translation>
    </message>
    <message>
        <source>New orders meanwhile</source>
        <translation>Neue Bestellungen währenddessen</translation>
    </message>
    <message>
        <source>New orders ring.</source>
        <translation>Neue Bestellungen klingeln.</translation>
    </message>
    <message>
        <source>No vendor sends orders to this till.</source>
        <translation>Kein Anbieter schickt Bestellungen an dieses Gerät.</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Eigene Worte</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause and sold out</source>
        <translation>Pause und ausverkauft</translation>
    </message>
    <message>
        <source>Pause {vendor}</source>
        <translation>{vendor} pausieren</translation>
    </message>
    <message>
        <source>Paused since</source>
        <translation>Pausiert seit</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pause…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason: {reason}. {orders}</source>
        <translation>Grund: {reason}. {orders}</translation>
    </message>
    <message>
        <source>Reject new orders</source>
        <translation>Neue ablehnen</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>Jetzt fortsetzen</translation>
    </message>
    <message>
        <source>Resume {vendor}</source>
        <translation>{vendor} fortsetzen</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Heute ausverkauft</translation>
    </message>
    <message>
        <source>Sorry, our kitchen is full and cannot take more orders right now.</source>
        <translation>Leider ist unsere Küche voll und kann gerade keine Bestellungen mehr annehmen.</translation>
    </message>
    <message>
        <source>Sorry, we are too few today to take more orders right now.</source>
        <translation>Leider sind wir heute zu wenige, um gerade mehr Bestellungen anzunehmen.</translation>
    </message>
    <message>
        <source>Sorry, we cannot take orders right now for technical reasons.</source>
        <translation>Leider können wir aus technischen Gründen gerade keine Bestellungen annehmen.</translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation>Leider schließen wir bald und können Ihre Bestellung nicht mehr machen.</translation>
    </message>
    <message>
        <source>Technical trouble</source>
        <translation>Technische Störung</translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation>Der Kunde liest (nötig)</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>Der Grund in Ihren Worten</translation>
    </message>
    <message>
        <source>There is nobody to pause</source>
        <translation>Niemand ist zu pausieren</translation>
    </message>
    <message>
        <source>Too few staff</source>
        <translation>Zu wenig Personal</translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation>Bis auf Weiteres</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>Bis…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>While a vendor is paused customers can still order: Pult cannot close its shop.</source>
        <translation>Während einer Pause können Kunden weiter bestellen: Pult kann das Geschäft beim Anbieter nicht schließen.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>Ladenschluss</translation>
    </message>
    <message>
        <source>kitchen full</source>
        <translation>Küche voll</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>paused {count} h</source>
        <translation>pausiert {count} Std</translation>
    </message>
    <message>
        <source>paused {count} min</source>
        <translation>pausiert {count} min</translation>
    </message>
    <message>
        <source>technical trouble</source>
        <translation>technische Störung</translation>
    </message>
    <message>
        <source>too few staff</source>
        <translation>zu wenig Personal</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{vendor} is paused until you resume it</source>
        <translation>{vendor} pausiert, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>{vendor} is paused until {time}, {count} min left</source>
        <translation>{vendor} pausiert bis {time}, noch {count} min</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>*{vendor} names no amount for this counter.* The order comes to {total}.</source>
        <translation>*{vendor} nennt keinen Betrag für diese Theke.* Die Bestellung macht {total}.</translation>
    </message>
    <message>
        <source>*{vendor} says “{word}”, which Pult does not know.* It names {due}; the order comes to {total}.</source>
        <translation>*{vendor} sagt „{word}“, was Pult nicht kennt.* Genannt sind {due}; die Bestellung macht {total}.</translation>
    </message>
    <message>
        <source>Amount to pay</source>
        <translation>Zu zahlender Betrag</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Card declined: has the customer another one, or cash?</source>
        <translation>Karte abgelehnt: hat der Kunde eine andere oder Bargeld?</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Bar gegeben</translation>
    </message>
    <message>
        <source>Declined? Choose another way at the left.</source>
        <translation>Abgelehnt? Links einen anderen Weg wählen.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Has the customer another way to pay?</source>
        <translation>Kann der Kunde anders zahlen?</translation>
    </message>
    <message>
        <source>How much is to be paid here?</source>
        <translation>Wie viel ist hier zu zahlen?</translation>
    </message>
    <message>
        <source>It is not in {register} yet: settle it under “Not in register”.</source>
        <translation>Sie ist noch nicht in {register}: unter „Nicht in der Kasse“ klären.</translation>
    </message>
    <message>
        <source>Key *{amount}* into the card terminal.</source>
        <translation>*{amount}* in das Kartenterminal eingeben.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Named {amount}</source>
        <translation>Genannt {amount}</translation>
    </message>
    <message>
        <source>Not accepted? Choose another way at the left.</source>
        <translation>Nicht angenommen? Links einen anderen Weg wählen.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. It cannot be undone.</source>
        <translation>Noch ist nichts hinausgegangen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Only a part this way</source>
        <translation>Nur ein Teil so</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Part paid this way</source>
        <translation>So bezahlter Teil</translation>
    </message>
    <message>
        <source>Payment for {number}</source>
        <translation>Zahlung für {number}</translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. Nobody is told; the order stays, and cannot be handed over without a reason.</source>
        <translation>*Zahlung gescheitert* nur drücken, wenn der Kunde gar nicht zahlt. Niemand erfährt es; die Bestellung bleibt und wird ohne Grund nicht übergeben.</translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. {vendor} is told; the order stays, and cannot be handed over without a reason.</source>
        <translation>*Zahlung gescheitert* nur drücken, wenn der Kunde gar nicht zahlt. {vendor} erfährt es; die Bestellung bleibt und wird ohne Grund nicht übergeben.</translation>
    </message>
    <message>
        <source>Press *Try another way* to take {amount} by card, in cash or otherwise.</source>
        <translation>*Anderen Weg* drücken, um {amount} per Karte, bar oder anders zu kassieren.</translation>
    </message>
    <message>
        <source>Press “Payment received” last: {vendor} is told then, and for good.</source>
        <translation>„Zahlung erhalten“ zuletzt drücken: dann erfährt es {vendor}, endgültig.</translation>
    </message>
    <message>
        <source>Ring it up on the register too.</source>
        <translation>Auch in der Kasse bonieren.</translation>
    </message>
    <message>
        <source>Still to pay, of {amount}</source>
        <translation>Noch zu zahlen, von {amount}</translation>
    </message>
    <message>
        <source>Take *{amount}* with voucher, meal card or on account.</source>
        <translation>*{amount}* per Gutschein, Essenskarte oder auf Rechnung nehmen.</translation>
    </message>
    <message>
        <source>Take no money.</source>
        <translation>Kein Geld nehmen.</translation>
    </message>
    <message>
        <source>Take this amount</source>
        <translation>Diesen Betrag nehmen</translation>
    </message>
    <message>
        <source>The amount has changed. Tell the customer the new one.</source>
        <translation>Der Betrag hat sich geändert. Dem Kunden den neuen nennen.</translation>
    </message>
    <message>
        <source>The customer cancelled meanwhile. Take no money.</source>
        <translation>Der Kunde hat inzwischen storniert. Kein Geld nehmen.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Take no money now.</source>
        <translation>Die Bestellung hat sich inzwischen geändert. Jetzt kein Geld nehmen.</translation>
    </message>
    <message>
        <source>The register gets the order from Pult.</source>
        <translation>Die Kasse bekommt die Bestellung von Pult.</translation>
    </message>
    <message>
        <source>Then choose how it is paid.</source>
        <translation>Dann wählen, wie bezahlt wird.</translation>
    </message>
    <message>
        <source>This is settled already. Take no money.</source>
        <translation>Das ist schon erledigt. Kein Geld nehmen.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation>Summe {amount}</translation>
    </message>
    <message>
        <source>Try another way</source>
        <translation>Anderer Weg</translation>
    </message>
    <message>
        <source>Use the {amount} of {number}</source>
        <translation>Die {amount} von {number} verwenden</translation>
    </message>
    <message>
        <source>When the terminal says it is approved, press *Payment received*.</source>
        <translation>Wenn das Terminal zustimmt, *Zahlung erhalten* drücken.</translation>
    </message>
    <message>
        <source>When you have it, press *Payment received*.</source>
        <translation>Wenn Sie es haben, *Zahlung erhalten* drücken.</translation>
    </message>
    <message>
        <source>{amount} taken</source>
        <translation>{amount} kassiert</translation>
    </message>
    <message>
        <source>{caption} {exact}, in cash</source>
        <translation>{caption} {exact}, bar</translation>
    </message>
    <message>
        <source>{vendor} is asked whether the amount still holds. Wait.</source>
        <translation>{vendor} wird gefragt, ob der Betrag noch gilt. Warten.</translation>
    </message>
    <message>
        <source>{vendor} is not told of it.</source>
        <translation>{vendor} erfährt davon nichts.</translation>
    </message>
    <message>
        <source>{vendor} is told only then.</source>
        <translation>{vendor} erfährt es erst dann.</translation>
    </message>
    <message>
        <source>“Payment received” cannot be undone.</source>
        <translation>„Zahlung erhalten“ lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Einen Teil des Namens eingeben</translation>
    </message>
    <message>
        <source>{count} more: type a part of the name.</source>
        <translation>{count} weitere: einen Teil des Namens eingeben.</translation>
    </message>
</context>
<context>
    <name>PictureBox</name>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>The camera has sent no picture yet.</source>
        <translation>Die Kamera hat noch kein Bild geschickt.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>Loyalty card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>Loyalty points booked</source>
        <translation>Treuepunkte gutgeschrieben</translation>
    </message>
    <message>
        <source>Loyalty points no longer sent</source>
        <translation>Treuepunkte gehen nicht mehr hinaus</translation>
    </message>
    <message>
        <source>Loyalty points not booked</source>
        <translation>Treuepunkte nicht gutgeschrieben</translation>
    </message>
    <message>
        <source>Loyalty points not confirmed</source>
        <translation>Treuepunkte nicht bestätigt</translation>
    </message>
    <message>
        <source>Loyalty points not taken back</source>
        <translation>Treuepunkte nicht zurückgenommen</translation>
    </message>
    <message>
        <source>Loyalty points stay as they are</source>
        <translation>Treuepunkte bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Loyalty points taken back</source>
        <translation>Treuepunkte zurückgenommen</translation>
    </message>
    <message>
        <source>Loyalty points: taking back not confirmed</source>
        <translation>Treuepunkte: Rücknahme nicht bestätigt</translation>
    </message>
    <message>
        <source>Points for {number} are not booked: the card is cancelled.</source>
        <translation>Punkte für {number} nicht gutgeschrieben: die Karte ist gesperrt.</translation>
    </message>
    <message>
        <source>Points for {number} are not confirmed by {vendor}.</source>
        <translation>Punkte für {number} hat {vendor} nicht bestätigt.</translation>
    </message>
    <message>
        <source>Points for {number} are not taken back: {vendor} refused.</source>
        <translation>Punkte für {number} nicht zurückgenommen: {vendor} hat es verweigert.</translation>
    </message>
    <message>
        <source>Points for {number}: {vendor} may have booked them already.</source>
        <translation>Punkte für {number}: {vendor} hat sie vielleicht schon gutgeschrieben.</translation>
    </message>
    <message>
        <source>Points go to {vendor} by themselves.</source>
        <translation>Die Punkte gehen von selbst an {vendor}.</translation>
    </message>
    <message>
        <source>Points not booked</source>
        <translation>Punkte nicht gutgeschrieben</translation>
    </message>
    <message>
        <source>Points not confirmed</source>
        <translation>Punkte nicht bestätigt</translation>
    </message>
    <message>
        <source>Points not taken back</source>
        <translation>Punkte nicht zurückgenommen</translation>
    </message>
    <message>
        <source>The money is returned. Try again from the order.</source>
        <translation>Das Geld ist zurückgegeben. Aus der Bestellung erneut versuchen.</translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation>Die Punkte dieses Verkaufs gingen auf eine andere Karte.</translation>
    </message>
    <message>
        <source>The sale stands. Ask for another card, or leave it.</source>
        <translation>Der Verkauf gilt. Eine andere Karte erbitten oder es so lassen.</translation>
    </message>
    <message>
        <source>The sale stands. Nothing is sent twice.</source>
        <translation>Der Verkauf gilt. Nichts geht doppelt hinaus.</translation>
    </message>
    <message>
        <source>The sale stands. Try again from the order.</source>
        <translation>Der Verkauf gilt. Aus der Bestellung erneut versuchen.</translation>
    </message>
    <message>
        <source>This does not look like a loyalty card.</source>
        <translation>Das sieht nicht nach einer Kundenkarte aus.</translation>
    </message>
    <message>
        <source>This order earns no points.</source>
        <translation>Diese Bestellung bringt keine Punkte.</translation>
    </message>
    <message>
        <source>no points for this order</source>
        <translation>keine Punkte für diese Bestellung</translation>
    </message>
    <message>
        <source>points booked</source>
        <translation>Punkte gutgeschrieben</translation>
    </message>
    <message>
        <source>points not booked</source>
        <translation>Punkte nicht gutgeschrieben</translation>
    </message>
    <message>
        <source>points not booked yet</source>
        <translation>Punkte noch nicht gutgeschrieben</translation>
    </message>
    <message>
        <source>points not confirmed</source>
        <translation>Punkte nicht bestätigt</translation>
    </message>
    <message>
        <source>points not taken back</source>
        <translation>Punkte nicht zurückgenommen</translation>
    </message>
    <message>
        <source>points once it is paid</source>
        <translation>Punkte nach der Zahlung</translation>
    </message>
    <message>
        <source>points perhaps booked</source>
        <translation>Punkte vielleicht gutgeschrieben</translation>
    </message>
    <message>
        <source>points taken back</source>
        <translation>Punkte zurückgenommen</translation>
    </message>
    <message>
        <source>{number}: loyalty card noted.</source>
        <translation>{number}: Kundenkarte notiert.</translation>
    </message>
    <message>
        <source>{number}: loyalty card removed.</source>
        <translation>{number}: Kundenkarte entfernt.</translation>
    </message>
    <message>
        <source>{number}: no loyalty card noted.</source>
        <translation>{number}: keine Kundenkarte notiert.</translation>
    </message>
    <message>
        <source>{programme} did not confirm them. The sale stands.</source>
        <translation>{programme} hat sie nicht bestätigt. Der Verkauf gilt.</translation>
    </message>
    <message>
        <source>{programme} did not take them: look at its lamp. The sale stands.</source>
        <translation>{programme} hat sie nicht angenommen: seine Lampe ansehen. Der Verkauf gilt.</translation>
    </message>
    <message>
        <source>{programme} may have booked them before it refused. The sale stands.</source>
        <translation>{programme} hat sie vielleicht gutgeschrieben, bevor es verweigerte. Der Verkauf gilt.</translation>
    </message>
    <message>
        <source>{programme} may not know that money was returned.</source>
        <translation>{programme} weiß vielleicht nicht, dass Geld zurückging.</translation>
    </message>
    <message>
        <source>{programme} refused the card: it is cancelled. The sale stands.</source>
        <translation>{programme} hat die Karte verweigert: sie ist gesperrt. Der Verkauf gilt.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} erfährt es nicht.</translation>
    </message>
</context>
<context>
    <name>PointsRow</name>
    <message>
        <source>Another card</source>
        <translation>Andere Karte</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Remove card</source>
        <translation>Karte entfernen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>One order named PRACTICE goes the whole way: it rings, is accepted, its slip comes out, it is handed over. No vendor hears of it, and it counts nowhere.</source>
        <translation>Eine Bestellung namens ÜBUNG geht den ganzen Weg: Sie klingelt, wird angenommen, ihr Bon kommt heraus, sie wird übergeben. Kein Anbieter erfährt es, und sie zählt nirgends.</translation>
    </message>
    <message>
        <source>Practice order</source>
        <translation>Übungsbestellung</translation>
    </message>
    <message>
        <source>Restart first: until then a practice order would run with the former settings. Afterwards you find it under Settings, Till.</source>
        <translation>Zuerst neu starten: bis dahin liefe eine Übungsbestellung mit den früheren Einstellungen. Danach steht sie unter Einstellungen, Gerät.</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Ein Testbon ist unterwegs. Nachsehen, ob er herauskommt.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Change width</source>
        <translation>Breite ändern</translation>
    </message>
    <message>
        <source>Choose lines</source>
        <translation>Zeilen wählen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Kept; slips are as wide from now on.</source>
        <translation>Gespeichert; Bons sind ab jetzt so breit.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Zeilenbreite</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message>
        <source>Nothing was changed: {why}</source>
        <translation>Nichts wurde geändert: {why}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Wird gedruckt…</translation>
    </message>
    <message>
        <source>Proof sheet</source>
        <translation>Probeblatt</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Testbon</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
</context>
<context>
    <name>PrinterSection</name>
    <message>
        <source>No printer set up</source>
        <translation>Kein Drucker eingerichtet</translation>
    </message>
    <message>
        <source>Orders work without one: read the number from the screen.</source>
        <translation>Bestellungen gehen auch ohne: die Nummer vom Bildschirm lesen.</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n Bon wartet</numerusform>
            <numerusform>%n Bons warten</numerusform>
        </translation>
    </message>
    <message>
        <source>A to Z only</source>
        <translation>Nur A bis Z</translation>
    </message>
    <message>
        <source>Already set up here: “{name}”</source>
        <translation>Hier schon eingerichtet: „{name}“</translation>
    </message>
    <message>
        <source>As its model says</source>
        <translation>Laut Modell</translation>
    </message>
    <message>
        <source>Choose the largest number that ends its own line.</source>
        <translation>Die größte Zahl wählen, die am Ende ihrer eigenen Zeile steht.</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Gerätedatei</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>It is out. Look at it.</source>
        <translation>Er ist heraus. Ansehen.</translation>
    </message>
    <message>
        <source>It was sent. This printer cannot say more: look at it.</source>
        <translation>Gesendet. Mehr kann dieser Drucker nicht sagen: Sehen Sie nach.</translation>
    </message>
    <message>
        <source>Lines with other letters are printed as pictures.</source>
        <translation>Zeilen mit anderen Zeichen werden als Bild gedruckt.</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Drucker werden gesucht…</translation>
    </message>
    <message>
        <source>Looking through USB…</source>
        <translation>USB wird durchsucht…</translation>
    </message>
    <message>
        <source>Looking through the network; this takes a few seconds…</source>
        <translation>Das Netzwerk wird durchsucht; das dauert ein paar Sekunden…</translation>
    </message>
    <message>
        <source>Looking through this PC's print queues…</source>
        <translation>Die Druckwarteschlangen dieses PCs werden durchsucht…</translation>
    </message>
    <message>
        <source>Looking through this PC's printer ports…</source>
        <translation>Die Druckeranschlüsse dieses PCs werden durchsucht…</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Netzwerk, ePOS</translation>
    </message>
    <message>
        <source>Not proven: print the proof sheet once.</source>
        <translation>Nicht geprüft: einmal das Probeblatt drucken.</translation>
    </message>
    <message>
        <source>Nothing was printed: “{printer}” {cause}.</source>
        <translation>Nichts wurde gedruckt: „{printer}“ {cause}.</translation>
    </message>
    <message>
        <source>Proven in part</source>
        <translation>Teilweise geprüft</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Simuliert, auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Systemwarteschlange</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>does not print</source>
        <translation>druckt nicht</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>{kind} · {title}</source>
        <translation>{kind} · {title}</translation>
    </message>
    <message>
        <source>{letters} proven</source>
        <translation>{letters} geprüft</translation>
    </message>
    <message>
        <source>“{printer}” stopped answering. Look whether it came out.</source>
        <translation>„{printer}“ antwortet nicht mehr. Nachsehen, ob er herauskam.</translation>
    </message>
    <message>
        <source>€</source>
        <translation>€</translation>
    </message>
</context>
<context>
    <name>Probes</name>
    <message>
        <source>Calls are taken once this is saved and Pult is started again; test it once more then.</source>
        <translation>Anrufe werden nach dem Speichern und einem Neustart von Pult angenommen; dann noch einmal testen.</translation>
    </message>
    <message>
        <source>Compare the address and the ids letter by letter with what you were given.</source>
        <translation>Adresse und Kennungen Buchstabe für Buchstabe mit den erhaltenen Angaben vergleichen.</translation>
    </message>
    <message>
        <source>Compare the address letter by letter with the one {vendor} gave you.</source>
        <translation>Die Adresse Buchstabe für Buchstabe mit der von {vendor} vergleichen.</translation>
    </message>
    <message>
        <source>Compare the key and any ids with what {vendor} gave you: one may be another shop's.</source>
        <translation>Schlüssel und Kennungen mit den Angaben von {vendor} vergleichen: etwas davon gehört vielleicht einem anderen Laden.</translation>
    </message>
    <message>
        <source>Copy it from {vendor} once more, whole and without blanks.</source>
        <translation>Noch einmal von {vendor} kopieren, ganz und ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>It is at work once Pult is started again.</source>
        <translation>In Betrieb, sobald Pult neu gestartet ist.</translation>
    </message>
    <message>
        <source>It was reached. Test again in some minutes.</source>
        <translation>Die Verbindung kam zustande. In einigen Minuten noch einmal testen.</translation>
    </message>
    <message>
        <source>Look at the address from outside and at the tunnel: it must pass calls on to Pult.</source>
        <translation>Die Adresse von außen und den Tunnel prüfen: er muss Anrufe an Pult weitergeben.</translation>
    </message>
    <message>
        <source>Look for a mistyped letter in the address, then whether the internet works here.</source>
        <translation>Die Adresse auf Tippfehler prüfen, dann, ob hier das Internet geht.</translation>
    </message>
    <message>
        <source>Look whether the internet works on this computer, then test again.</source>
        <translation>Prüfen, ob auf diesem Computer das Internet geht, dann noch einmal testen.</translation>
    </message>
    <message>
        <source>New orders come by its calls alone: enter the address from outside below.</source>
        <translation>Neue Bestellungen kommen nur durch seine Anrufe: unten die Adresse von außen eintragen.</translation>
    </message>
    <message>
        <source>Nobody answers at this address</source>
        <translation>An dieser Adresse antwortet niemand</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at this computer's date and time, then at the address.</source>
        <translation>Nichts wurde gesendet. Datum und Uhrzeit dieses Computers prüfen, dann die Adresse.</translation>
    </message>
    <message>
        <source>Save, then press Restart now; it is at work from then on.</source>
        <translation>Speichern, dann auf Jetzt neu starten drücken; ab dann in Betrieb.</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>An dieser Adresse antwortet etwas anderes</translation>
    </message>
    <message>
        <source>Something is missing or wrong below; it is marked there.</source>
        <translation>Unten fehlt etwas oder passt nicht; es ist dort markiert.</translation>
    </message>
    <message>
        <source>Switch “In use” on, then save.</source>
        <translation>„In Gebrauch“ einschalten, dann speichern.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted</source>
        <translation>Dem Zertifikat an dieser Adresse ist nicht zu trauen</translation>
    </message>
    <message>
        <source>The key of {vendor} cannot be read</source>
        <translation>Der Schlüssel von {vendor} ist nicht lesbar</translation>
    </message>
    <message>
        <source>There is no https at this address</source>
        <translation>An dieser Adresse gibt es kein https</translation>
    </message>
    <message>
        <source>There is no server of this name</source>
        <translation>Es gibt keinen Server dieses Namens</translation>
    </message>
    <message>
        <source>Unlock this computer's keyring and test again, or enter the key once more.</source>
        <translation>Den Schlüsselbund dieses Computers öffnen und nochmals testen, oder den Schlüssel neu eingeben.</translation>
    </message>
    <message>
        <source>Whether the key is right shows with the first card.</source>
        <translation>Ob der Schlüssel stimmt, zeigt sich bei der ersten Karte.</translation>
    </message>
    <message>
        <source>{vendor} answers and lets this shop in</source>
        <translation>{vendor} antwortet und lässt diesen Laden ein</translation>
    </message>
    <message>
        <source>{vendor} answers, but cannot call this till</source>
        <translation>{vendor} antwortet, erreicht aber dieses Gerät nicht</translation>
    </message>
    <message>
        <source>{vendor} answers; its calls are not tested</source>
        <translation>{vendor} antwortet; seine Anrufe sind nicht geprüft</translation>
    </message>
    <message>
        <source>{vendor} answers; the key is not tested</source>
        <translation>{vendor} antwortet; der Schlüssel ist nicht geprüft</translation>
    </message>
    <message>
        <source>{vendor} did not answer in time</source>
        <translation>{vendor} hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>{vendor} does not accept the key or password</source>
        <translation>{vendor} nimmt Schlüssel oder Passwort nicht an</translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation>{vendor} antwortet nicht</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in</source>
        <translation>{vendor} lässt diesen Laden nicht ein</translation>
    </message>
    <message>
        <source>{vendor} has trouble of its own</source>
        <translation>{vendor} hat selbst eine Störung</translation>
    </message>
    <message>
        <source>{vendor} is not found at this address</source>
        <translation>{vendor} ist an dieser Adresse nicht zu finden</translation>
    </message>
    <message>
        <source>{vendor} was not asked</source>
        <translation>{vendor} wurde nicht gefragt</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Orders the vendor does not know</source>
        <translation>Bestellungen, die der Anbieter nicht kennt</translation>
    </message>
    <message>
        <source>The vendor told this till of these orders and then did not know them. Nothing is lost here. Ask at the vendor whether a customer waits, or try again.</source>
        <translation>Der Anbieter meldete diese Bestellungen und kannte sie dann nicht. Hier geht nichts verloren. Beim Anbieter fragen, ob ein Kunde wartet, oder erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{vendor} · came {time}, {tries}</source>
        <translation>{vendor} · kam {time}, {tries}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Cannot deliver there</source>
        <translation>Keine Lieferung dorthin</translation>
    </message>
    <message>
        <source>Give {amount} back by hand.</source>
        <translation>{amount} von Hand zurückgeben.</translation>
    </message>
    <message>
        <source>Goods brought back</source>
        <translation>Ware zurückgebracht</translation>
    </message>
    <message>
        <source>Nothing was paid here.</source>
        <translation>Hier wurde nichts bezahlt.</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>Es wurde nichts bezahlt.</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Bestellung storniert</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>Doppelt bestellt</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Our mistake, on the house</source>
        <translation>Unser Fehler, aufs Haus</translation>
    </message>
    <message>
        <source>Paid another way</source>
        <translation>Anders bezahlt</translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation>Zu viel bezahlt</translation>
    </message>
    <message>
        <source>Pays later</source>
        <translation>Zahlt später</translation>
    </message>
    <message>
        <source>Reason, kept here only</source>
        <translation>Grund, bleibt nur hier</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Sorry, we are too busy to take your order right now.</source>
        <translation>Leider haben wir gerade zu viel zu tun, um Ihre Bestellung anzunehmen.</translation>
    </message>
    <message>
        <source>Sorry, we cannot deliver to this address.</source>
        <translation>Leider können wir nicht an diese Adresse liefern.</translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation>Leider schließen wir bald und können Ihre Bestellung nicht mehr machen.</translation>
    </message>
    <message>
        <source>Sorry, what you ordered is sold out today.</source>
        <translation>Leider ist heute ausverkauft, was Sie bestellt haben.</translation>
    </message>
    <message>
        <source>Sorry, {names} are sold out today.</source>
        <translation>Leider sind {names} heute ausverkauft.</translation>
    </message>
    <message>
        <source>Sorry, {name} is sold out today.</source>
        <translation>Leider ist {name} heute ausverkauft.</translation>
    </message>
    <message>
        <source>Staff or guest of the house</source>
        <translation>Personal oder Gast des Hauses</translation>
    </message>
    <message>
        <source>Terminal does not work</source>
        <translation>Terminal geht nicht</translation>
    </message>
    <message>
        <source>The customer reads</source>
        <translation>Der Kunde liest</translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation>Der Kunde liest (nötig)</translation>
    </message>
    <message>
        <source>Too busy right now</source>
        <translation>Gerade zu viel los</translation>
    </message>
    <message>
        <source>We close soon</source>
        <translation>Wir schließen bald</translation>
    </message>
    <message>
        <source>Wrong or missing</source>
        <translation>Falsch oder fehlt</translation>
    </message>
    <message>
        <source>You seem to have ordered twice, so we make one of them.</source>
        <translation>Sie haben wohl doppelt bestellt, daher machen wir eine davon.</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{seconds} to undo, then {vendor} tells the customer for good.</source>
        <translation>{seconds} zum Rückgängigmachen, dann sagt {vendor} es dem Kunden endgültig.</translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer</source>
        <translation>{vendor} liest das, nicht der Kunde</translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer (needed)</source>
        <translation>{vendor} liest das, nicht der Kunde (nötig)</translation>
    </message>
    <message>
        <source>{vendor} tells the customer for good.</source>
        <translation>{vendor} sagt es dem Kunden endgültig.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Ask the customer for a new order number.</source>
        <translation>Den Kunden um eine neue Bestellnummer bitten.</translation>
    </message>
    <message>
        <source>Compare it letter by letter.</source>
        <translation>Zeichen für Zeichen vergleichen.</translation>
    </message>
    <message>
        <source>Enter it in Settings, Vendors.</source>
        <translation>In Einstellungen, Anbieter eintragen.</translation>
    </message>
    <message>
        <source>It has a delivery fee, which has no article in {vendor}</source>
        <translation>Sie hat eine Liefergebühr, für die in {vendor} kein Artikel steht</translation>
    </message>
    <message>
        <source>It is paid already or over 24 hours old. Compare it, or ask for a new one.</source>
        <translation>Sie ist schon bezahlt oder über 24 Stunden alt. Vergleichen oder eine neue verlangen.</translation>
    </message>
    <message>
        <source>Its lines do not come to its total</source>
        <translation>Ihre Posten ergeben nicht ihre Summe</translation>
    </message>
    <message>
        <source>Let the customer choose to pay at the till, then try again.</source>
        <translation>Der Kunde soll Zahlung an der Kasse wählen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Look in {vendor}.</source>
        <translation>In {vendor} nachsehen.</translation>
    </message>
    <message>
        <source>Look the number up again and tell the customer.</source>
        <translation>Die Nummer neu abfragen und es dem Kunden sagen.</translation>
    </message>
    <message>
        <source>Name one in Settings, Vendors, or ring it up by hand.</source>
        <translation>In Einstellungen, Anbieter einen nennen oder von Hand eintippen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan or type it again.</source>
        <translation>Nichts wurde geändert. Noch einmal scannen oder eingeben.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors.</source>
        <translation>Einstellungen, Anbieter öffnen.</translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation>Pult kann nicht speichern</translation>
    </message>
    <message>
        <source>Ring it up by hand.</source>
        <translation>Von Hand eintippen.</translation>
    </message>
    <message>
        <source>Settle it under Not in register.</source>
        <translation>Unter „Nicht in der Kasse“ klären.</translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away</source>
        <translation>Ein Teil wird hier gegessen, ein Teil mitgenommen</translation>
    </message>
    <message>
        <source>The customer has chosen another way of paying</source>
        <translation>Der Kunde hat eine andere Zahlungsweise gewählt</translation>
    </message>
    <message>
        <source>The customer has chosen no way of paying yet</source>
        <translation>Der Kunde hat noch keine Zahlungsweise gewählt</translation>
    </message>
    <message>
        <source>The customer's basket was changed meanwhile</source>
        <translation>Der Warenkorb wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>The customer's basket was changed, or it was not understood</source>
        <translation>Der Warenkorb wurde geändert oder nicht verstanden</translation>
    </message>
    <message>
        <source>The order has no lines</source>
        <translation>Die Bestellung hat keine Posten</translation>
    </message>
    <message>
        <source>The order number did not arrive</source>
        <translation>Die Bestellnummer kam nicht an</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again when it can.</source>
        <translation>Erneut versuchen, wenn es geht.</translation>
    </message>
    <message>
        <source>{vendor} could not apply the customer's offer</source>
        <translation>{vendor} konnte das Angebot des Kunden nicht anwenden</translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation>{vendor} antwortet nicht</translation>
    </message>
    <message>
        <source>{vendor} does not know this number</source>
        <translation>{vendor} kennt diese Nummer nicht</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in</source>
        <translation>{vendor} lässt diesen Laden nicht ein</translation>
    </message>
    <message>
        <source>{vendor} gave no answer Pult understands</source>
        <translation>{vendor} gab keine Antwort, die Pult versteht</translation>
    </message>
    <message>
        <source>{vendor} has no order of this id</source>
        <translation>{vendor} hat keine Bestellung mit dieser ID</translation>
    </message>
    <message>
        <source>{vendor} needs an article for it</source>
        <translation>{vendor} braucht einen Artikel dafür</translation>
    </message>
    <message>
        <source>{vendor} needs the session cookie of the shop</source>
        <translation>{vendor} braucht das Sitzungs-Cookie des Ladens</translation>
    </message>
    <message>
        <source>{vendor} no longer has this pre-order</source>
        <translation>{vendor} hat diese Vorbestellung nicht mehr</translation>
    </message>
    <message>
        <source>{vendor} now wants another amount</source>
        <translation>{vendor} verlangt jetzt einen anderen Betrag</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} sagt: „{words}“</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>All eaten here</source>
        <translation>Alles hier gegessen</translation>
    </message>
    <message>
        <source>All taken away</source>
        <translation>Alles zum Mitnehmen</translation>
    </message>
    <message>
        <source>Article of {name} in {register}</source>
        <translation>Artikel von {name} in {register}</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Letztes Zeichen löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kitchen, slip and hand-over go on. What you settle here goes to the register at once.</source>
        <translation>Küche, Bon und Übergabe laufen weiter. Was Sie hier klären, geht sofort in die Kasse.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation>Nicht in der Kasse</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>Nummer oder ID</translation>
    </message>
    <message>
        <source>Rung up by hand</source>
        <translation>Von Hand boniert</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away. Which should it be?</source>
        <translation>Ein Teil ist für hier, ein Teil zum Mitnehmen. Was soll gelten?</translation>
    </message>
    <message>
        <source>Why: “{reason}”.</source>
        <translation>Grund: „{reason}“.</translation>
    </message>
    <message>
        <source>{register} needs its article for: {names}.</source>
        <translation>{register} braucht seinen Artikel für: {names}.</translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>Keep the order</source>
        <translation>Bestellung behalten</translation>
    </message>
    <message>
        <source>Reject {number}</source>
        <translation>{number} ablehnen</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation>Die Bestellung hat sich inzwischen geändert. Dies schließen und nachsehen.</translation>
    </message>
    <message>
        <source>What is sold out?</source>
        <translation>Was ist ausverkauft?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>It is not used any more from this moment. Slips that wait for it stay in the list of waiting slips. To have it back you enter it again.</source>
        <translation>Ab jetzt wird er nicht mehr benutzt. Bons, die auf ihn warten, bleiben in der Liste. Um ihn wiederzuhaben, neu eingeben.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
</context>
<context>
    <name>RestartBar</name>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Startet neu…</translation>
    </message>
    <message>
        <source>Saved. Some of it holds once Pult is started again. That takes a few seconds; orders are kept.</source>
        <translation>Gespeichert. Ein Teil gilt nach einem Neustart von Pult. Das dauert einige Sekunden; Bestellungen bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>SampleBox</name>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Es ändert nichts.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Nothing was changed. Try the others too.</source>
        <translation>Nichts wurde geändert. Auch die anderen probieren.</translation>
    </message>
    <message>
        <source>Scan this code.</source>
        <translation>Diesen Code scannen.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>Testcode</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Testbon</translation>
    </message>
    <message>
        <source>{code}: read right</source>
        <translation>{code}: richtig gelesen</translation>
    </message>
</context>
<context>
    <name>SaveFoot</name>
    <message>
        <source>1 change.</source>
        <translation>1 Änderung.</translation>
    </message>
    <message>
        <source>Correct what is marked in red first.</source>
        <translation>Erst das rot Markierte berichtigen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Holds after Pult is started again.</source>
        <translation>Gilt nach einem Neustart von Pult.</translation>
    </message>
    <message>
        <source>Holds at once.</source>
        <translation>Gilt sofort.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>What you change here holds once you save it.</source>
        <translation>Was Sie hier ändern, gilt nach dem Speichern.</translation>
    </message>
    <message>
        <source>{n} changes.</source>
        <translation>{n} Änderungen.</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Add it to the catalogue, or key the amount in.</source>
        <translation>In den Katalog aufnehmen oder den Betrag eingeben.</translation>
    </message>
    <message>
        <source>Already handed over</source>
        <translation>Schon übergeben</translation>
    </message>
    <message>
        <source>Ask what is to be paid</source>
        <translation>Fragen, was zu zahlen ist</translation>
    </message>
    <message>
        <source>Ask {vendor}</source>
        <translation>{vendor} fragen</translation>
    </message>
    <message>
        <source>Ask {vendor} only when it is an order number.</source>
        <translation>{vendor} nur fragen, wenn es eine Bestellnummer ist.</translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation>{vendor} wird gefragt…</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Cannot be paid now</source>
        <translation>Jetzt nicht zahlbar</translation>
    </message>
    <message>
        <source>Card read: goes to {number}</source>
        <translation>Karte gelesen: geht zu {number}</translation>
    </message>
    <message>
        <source>Card read: whose order?</source>
        <translation>Karte gelesen: welche Bestellung?</translation>
    </message>
    <message>
        <source>Closed as Left</source>
        <translation>Als Nicht abgeholt beendet</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Do not charge again. Open it to see what to do.</source>
        <translation>Nicht noch einmal kassieren. Öffnen: dort steht, was zu tun ist.</translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation>Nicht übergeben.</translation>
    </message>
    <message>
        <source>Finish the payment first.</source>
        <translation>Erst die Zahlung beenden.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Is this a loyalty card?</source>
        <translation>Ist das eine Kundenkarte?</translation>
    </message>
    <message>
        <source>Is this an order number?</source>
        <translation>Ist das eine Bestellnummer?</translation>
    </message>
    <message>
        <source>It has not been sent anywhere.</source>
        <translation>Er ging nirgendwohin.</translation>
    </message>
    <message>
        <source>It is a loyalty card</source>
        <translation>Es ist eine Kundenkarte</translation>
    </message>
    <message>
        <source>It is a product</source>
        <translation>Es ist ein Produkt</translation>
    </message>
    <message>
        <source>It looks like a coupon.</source>
        <translation>Sieht nach einem Gutschein aus.</translation>
    </message>
    <message>
        <source>It looks like a loyalty card.</source>
        <translation>Sieht nach einer Kundenkarte aus.</translation>
    </message>
    <message>
        <source>It looks like a one-time key.</source>
        <translation>Sieht nach einem Einmalschlüssel aus.</translation>
    </message>
    <message>
        <source>It looks like a product barcode.</source>
        <translation>Sieht nach einem Produkt-Barcode aus.</translation>
    </message>
    <message>
        <source>It looks like a web link.</source>
        <translation>Sieht nach einem Weblink aus.</translation>
    </message>
    <message>
        <source>It looks like an order number.</source>
        <translation>Sieht nach einer Bestellnummer aus.</translation>
    </message>
    <message>
        <source>It may be a one-time key of another system, or a loyalty card.</source>
        <translation>Vielleicht ein Einmalschlüssel eines anderen Systems oder eine Kundenkarte.</translation>
    </message>
    <message>
        <source>It may be a secret of another system. It has not left this till.</source>
        <translation>Vielleicht ein Geheimnis eines anderen Systems. Es hat dieses Gerät nicht verlassen.</translation>
    </message>
    <message>
        <source>It may be from another shop or very old. Ask for the number.</source>
        <translation>Vielleicht aus einem anderen Geschäft oder sehr alt. Nach der Nummer fragen.</translation>
    </message>
    <message>
        <source>It was cancelled, or its money was given back.</source>
        <translation>Sie wurde storniert, oder ihr Geld ging zurück.</translation>
    </message>
    <message>
        <source>Just ready</source>
        <translation>Gerade fertig</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>Für später aufgehoben</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Marked collected.</source>
        <translation>Auf Abgeholt gesetzt.</translation>
    </message>
    <message>
        <source>Marked collected. {vendor} is told when Undo has run out.</source>
        <translation>Auf Abgeholt gesetzt. {vendor} erfährt es, wenn die Zeit zum Rückgängigmachen um ist.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No order here has this slip</source>
        <translation>Keine Bestellung hier hat diesen Bon</translation>
    </message>
    <message>
        <source>No points for this order</source>
        <translation>Keine Punkte für diese Bestellung</translation>
    </message>
    <message>
        <source>No product has this barcode</source>
        <translation>Kein Produkt hat diesen Barcode</translation>
    </message>
    <message>
        <source>Not accepted yet</source>
        <translation>Noch nicht angenommen</translation>
    </message>
    <message>
        <source>Not for {number}</source>
        <translation>Nicht für {number}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Hier nichts zu zahlen</translation>
    </message>
    <message>
        <source>Nothing was changed, orders on the board are safe.</source>
        <translation>Nichts wurde geändert, die Bestellungen sind sicher.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again, or tap the order.</source>
        <translation>Nichts wurde geändert. Noch einmal scannen oder die Bestellung antippen.</translation>
    </message>
    <message>
        <source>One card for a sale</source>
        <translation>Eine Karte je Verkauf</translation>
    </message>
    <message>
        <source>Open the order of this card, then scan it again.</source>
        <translation>Die Bestellung dieser Karte öffnen, dann noch einmal scannen.</translation>
    </message>
    <message>
        <source>Open the order: Pult asks whether the card is meant for it.</source>
        <translation>Die Bestellung öffnen: Pult fragt, ob die Karte zu ihr gehört.</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>Zahlung nicht bestätigt</translation>
    </message>
    <message>
        <source>Pult does not know this code</source>
        <translation>Pult kennt diesen Code nicht</translation>
    </message>
    <message>
        <source>Pult takes no coupons. It was sent nowhere; nothing was changed.</source>
        <translation>Pult nimmt keine Gutscheine. Er ging nirgendwohin; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ready a moment ago. Nothing was changed.</source>
        <translation>Gerade erst fertig. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Ready, but not fully paid</source>
        <translation>Fertig, aber nicht ganz bezahlt</translation>
    </message>
    <message>
        <source>Ready, but the payment failed</source>
        <translation>Fertig, aber die Zahlung ist gescheitert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Scan again to hand over.</source>
        <translation>Zum Übergeben noch einmal scannen.</translation>
    </message>
    <message>
        <source>Scan it again, or tap the order.</source>
        <translation>Noch einmal scannen oder die Bestellung antippen.</translation>
    </message>
    <message>
        <source>Scan the slip of an order.</source>
        <translation>Den Bon einer Bestellung scannen.</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Seit {time}</translation>
    </message>
    <message>
        <source>Slip not read right</source>
        <translation>Bon falsch gelesen</translation>
    </message>
    <message>
        <source>Still being prepared</source>
        <translation>Noch in Arbeit</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} kassieren</translation>
    </message>
    <message>
        <source>Take {amount} first</source>
        <translation>Erst {amount} kassieren</translation>
    </message>
    <message>
        <source>Test code read right</source>
        <translation>Testcode richtig gelesen</translation>
    </message>
    <message>
        <source>The catalogue names no price. Nothing was changed.</source>
        <translation>Der Katalog nennt keinen Preis. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation>Die Punkte dieses Verkaufs gingen auf eine andere Karte.</translation>
    </message>
    <message>
        <source>The scanner works. Nothing was changed.</source>
        <translation>Der Scanner geht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This card is on {number}</source>
        <translation>Diese Karte ist bei {number}</translation>
    </message>
    <message>
        <source>This is a coupon</source>
        <translation>Das ist ein Gutschein</translation>
    </message>
    <message>
        <source>This scan did nothing</source>
        <translation>Dieser Scan hat nichts bewirkt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Waiting {time}</source>
        <translation>Wartet {time}</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Thekenbestellung</translation>
    </message>
    <message>
        <source>{time}, {ago} ago</source>
        <translation>{time}, vor {ago}</translation>
    </message>
    <message>
        <source>{vendor} {number}</source>
        <translation>{vendor} {number}</translation>
    </message>
</context>
<context>
    <name>ScanAnswer</name>
    <message>
        <source>Tap anywhere to go on</source>
        <translation>Zum Weitermachen irgendwo tippen</translation>
    </message>
</context>
<context>
    <name>ScanBox</name>
    <message>
        <source>As it was typed</source>
        <translation>Wie getippt</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Tastaturbelegung</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Art des Codes</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan again; on a serial line try its speed.</source>
        <translation>Nichts wurde geändert. Noch einmal scannen; an einer seriellen Leitung die Geschwindigkeit probieren.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Scan any code: here it is seen as it arrives. A real one acts as always.</source>
        <translation>Beliebigen Code scannen: hier ist zu sehen, wie er ankommt. Ein echter wirkt wie immer.</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Verstanden als</translation>
    </message>
    <message numerus="yes">
        <source>The same code again, %n times by now. It acted once alone.</source>
        <translation>
            <numerusform>Derselbe Code noch einmal. Er wirkte nur einmal.</numerusform>
            <numerusform>Derselbe Code, inzwischen %n-mal. Er wirkte nur einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>um {time}</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>Open {number}</source>
        <translation>{number} öffnen</translation>
    </message>
</context>
<context>
    <name>ScanDoctor</name>
    <message>
        <source>32 hexadecimal figures: asked before it leaves.</source>
        <translation>32 hexadezimale Zeichen: vor dem Hinausgehen wird gefragt.</translation>
    </message>
    <message>
        <source>8, 12 or 13 figures, and the check digit is right.</source>
        <translation>8, 12 oder 13 Ziffern, und die Prüfziffer stimmt.</translation>
    </message>
    <message>
        <source>A pause: set the scanner to send Enter</source>
        <translation>Eine Pause: den Scanner so einstellen, dass er Enter sendet</translation>
    </message>
    <message>
        <source>All scanners</source>
        <translation>Alle Scanner</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Could also be: {names}</source>
        <translation>Könnte auch sein: {names}</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter (CR)</source>
        <translation>Enter (CR)</translation>
    </message>
    <message>
        <source>Enter and line feed (CR LF)</source>
        <translation>Enter und Zeilenvorschub (CR LF)</translation>
    </message>
    <message>
        <source>Figures, $$$$$ and letters.</source>
        <translation>Ziffern, $$$$$ und Buchstaben.</translation>
    </message>
    <message>
        <source>Find the speed</source>
        <translation>Geschwindigkeit suchen</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Gefunden an</translation>
    </message>
    <message>
        <source>From now on it is this scanner.</source>
        <translation>Ab jetzt ist es dieser Scanner.</translation>
    </message>
    <message>
        <source>Hold a code before the camera.</source>
        <translation>Einen Code vor die Kamera halten.</translation>
    </message>
    <message>
        <source>Hold the code farther away until all of it is seen.</source>
        <translation>Den Code weiter weg halten, bis er ganz zu sehen ist.</translation>
    </message>
    <message>
        <source>It begins with PULT- and its check letter is right.</source>
        <translation>Er beginnt mit PULT-, und sein Prüfbuchstabe stimmt.</translation>
    </message>
    <message>
        <source>It begins with PULT-, but letters are wrong or missing.</source>
        <translation>Er beginnt mit PULT-, aber Zeichen sind falsch oder fehlen.</translation>
    </message>
    <message>
        <source>It begins with http or www.</source>
        <translation>Er beginnt mit http oder www.</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Es ändert nichts.</translation>
    </message>
    <message>
        <source>It fits nothing that Pult knows.</source>
        <translation>Er passt zu nichts, was Pult kennt.</translation>
    </message>
    <message>
        <source>It fits the card pattern of the settings.</source>
        <translation>Er passt zum Kartenmuster der Einstellungen.</translation>
    </message>
    <message>
        <source>It fits the number pattern of the settings.</source>
        <translation>Er passt zum Nummernmuster der Einstellungen.</translation>
    </message>
    <message>
        <source>It holds until Pult ends; the settings file could not be written.</source>
        <translation>Es gilt, bis Pult endet; die Einstellungsdatei ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>It is in the settings file now.</source>
        <translation>Es steht jetzt in der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation>Zeilenvorschub (LF)</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>No speed was right. Nothing was changed. Look whether the scanner is set to 8 data bits without parity.</source>
        <translation>Keine Geschwindigkeit stimmte. Nichts wurde geändert. Nachsehen, ob der Scanner auf 8 Datenbits ohne Parität steht.</translation>
    </message>
    <message>
        <source>None: it is known by its place</source>
        <translation>Keine: er ist an seinem Platz bekannt</translation>
    </message>
    <message>
        <source>Not told by this scanner</source>
        <translation>Von diesem Scanner nicht genannt</translation>
    </message>
    <message>
        <source>Perhaps a one-time key</source>
        <translation>Vielleicht ein Einmalschlüssel</translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation>Vorbestellnummer</translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation>Produkt-Barcode</translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation>Scanner-Prüfung für {name}</translation>
    </message>
    <message>
        <source>Scan now…</source>
        <translation>Jetzt scannen…</translation>
    </message>
    <message>
        <source>Scan one code again and again, about once a second.</source>
        <translation>Denselben Code immer wieder scannen, etwa einmal je Sekunde.</translation>
    </message>
    <message>
        <source>Slip of an order</source>
        <translation>Bon einer Bestellung</translation>
    </message>
    <message>
        <source>Slip, read wrongly</source>
        <translation>Bon, falsch gelesen</translation>
    </message>
    <message>
        <source>Switch on a light, or turn the camera to the light.</source>
        <translation>Licht einschalten oder die Kamera zum Licht drehen.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>Testcode</translation>
    </message>
    <message>
        <source>The picture is good</source>
        <translation>Das Bild ist gut</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>Das Bild steht still</translation>
    </message>
    <message>
        <source>Thrown away: longer than any code</source>
        <translation>Verworfen: länger als jeder Code</translation>
    </message>
    <message>
        <source>Thrown away: these bytes are no text</source>
        <translation>Verworfen: diese Bytes sind kein Text</translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation>Zu hell</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Zu dunkel</translation>
    </message>
    <message>
        <source>Too near</source>
        <translation>Zu nah</translation>
    </message>
    <message>
        <source>Turn the camera away from the lamp or the window.</source>
        <translation>Die Kamera von Lampe oder Fenster wegdrehen.</translation>
    </message>
    <message>
        <source>USB device</source>
        <translation>USB-Gerät</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again.</source>
        <translation>Die Kamera ausstecken und wieder einstecken.</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>Dieses Gerät nehmen</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Weblink</translation>
    </message>
    <message>
        <source>When scans arrive as signs nobody can read: press, then scan.</source>
        <translation>Wenn Scans als unlesbare Zeichen ankommen: drücken, dann scannen.</translation>
    </message>
    <message>
        <source>Wipe the lens, hold the code still and a little farther.</source>
        <translation>Die Linse abwischen, den Code ruhig und etwas weiter weg halten.</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>{name}, prefix {aim} taken off</source>
        <translation>{name}, Vorspann {aim} entfernt</translation>
    </message>
    <message>
        <source>{speed} baud is right.</source>
        <translation>{speed} Baud ist richtig.</translation>
    </message>
    <message numerus="yes">
        <source>{time} ms for %n bytes</source>
        <translation>
            <numerusform>{time} ms für %n Byte</numerusform>
            <numerusform>{time} ms für %n Bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scan doctor</source>
        <translation>Scanner-Prüfung</translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation>Scanner-Prüfung für {name}</translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>Last scan</source>
        <translation>Letzter Scan</translation>
    </message>
    <message>
        <source>Nothing yet: scan any code to try the scanner</source>
        <translation>Noch nichts: zum Probieren beliebigen Code scannen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Number, name, phone, card or amount</source>
        <translation>Nummer, Name, Telefon, Karte oder Betrag</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Bestellungen suchen</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>0 is the first camera, 1 the second; or an address.</source>
        <translation>0 ist die erste Kamera, 1 die zweite; oder eine Adresse.</translation>
    </message>
    <message>
        <source>0 keeps it for good. Amounts and times always stay.</source>
        <translation>0 behält sie für immer. Beträge und Zeiten bleiben immer.</translation>
    </message>
    <message>
        <source>1 to 32 plain letters, digits, dots, hyphens or underscores.</source>
        <translation>1 bis 32 einfache Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche.</translation>
    </message>
    <message>
        <source>1 to 60 letters, digits, dots, blanks, hyphens or underscores.</source>
        <translation>1 bis 60 Buchstaben, Ziffern, Punkte, Leerzeichen, Binde- oder Unterstriche.</translation>
    </message>
    <message>
        <source>100 % is the usual size, 200 % twice as large.</source>
        <translation>100 % ist die übliche Größe, 200 % das Doppelte.</translation>
    </message>
    <message>
        <source>7 bits, even parity (7E1)</source>
        <translation>7 Bits, gerade Parität (7E1)</translation>
    </message>
    <message>
        <source>7 bits, odd parity (7O1)</source>
        <translation>7 Bits, ungerade Parität (7O1)</translation>
    </message>
    <message>
        <source>8 bits, even parity (8E1)</source>
        <translation>8 Bits, gerade Parität (8E1)</translation>
    </message>
    <message>
        <source>8 bits, no parity (8N1)</source>
        <translation>8 Bits, keine Parität (8N1)</translation>
    </message>
    <message>
        <source>8 bits, odd parity (8O1)</source>
        <translation>8 Bits, ungerade Parität (8O1)</translation>
    </message>
    <message>
        <source>A code ends with</source>
        <translation>Ein Code endet mit</translation>
    </message>
    <message>
        <source>A code read again within this time is one scan.</source>
        <translation>Ein Code, der in dieser Zeit nochmals gelesen wird, ist ein Scan.</translation>
    </message>
    <message>
        <source>A colour as # and six digits of 0 to 9 and A to F, or empty.</source>
        <translation>Eine Farbe als # und sechs Zeichen aus 0 bis 9 und A bis F, oder leer.</translation>
    </message>
    <message>
        <source>A name of 1 to 40 letters, without blanks around it.</source>
        <translation>Ein Name von 1 bis 40 Zeichen, ohne Leerzeichen davor und danach.</translation>
    </message>
    <message>
        <source>A name or address alone, such as 192.168.1.50, without blanks.</source>
        <translation>Nur ein Name oder eine Adresse, etwa 192.168.1.50, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Eine Zahl.</translation>
    </message>
    <message>
        <source>A path such as /callbacks/orders, without / at its end.</source>
        <translation>Ein Pfad wie /callbacks/orders, ohne / am Ende.</translation>
    </message>
    <message>
        <source>A path such as order/create, without / before it.</source>
        <translation>Ein Pfad wie order/create, ohne / davor.</translation>
    </message>
    <message>
        <source>A pause</source>
        <translation>Eine Pause</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>A picture is slower; it helps where letters come out wrong.</source>
        <translation>Ein Bild ist langsamer; es hilft, wo Zeichen falsch herauskommen.</translation>
    </message>
    <message>
        <source>A port such as COM3 or /dev/ttyACM0, or socket://address:port.</source>
        <translation>Ein Anschluss wie COM3 oder /dev/ttyACM0, oder socket://Adresse:Port.</translation>
    </message>
    <message>
        <source>A port such as COM3 or /dev/ttyUSB0, or the queue's name.</source>
        <translation>Ein Anschluss wie COM3 oder /dev/ttyUSB0, oder der Name der Warteschlange.</translation>
    </message>
    <message>
        <source>A printer that never answers cannot say that paper is out.</source>
        <translation>Ein Drucker, der nie antwortet, kann kein Papierende melden.</translation>
    </message>
    <message>
        <source>A scan that fits is taken for a loyalty card.</source>
        <translation>Was dazu passt, gilt als Kundenkarte.</translation>
    </message>
    <message>
        <source>A scan that fits is taken for its order number.</source>
        <translation>Was dazu passt, gilt als Bestellnummer.</translation>
    </message>
    <message>
        <source>A time of day such as 11:00. Empty: always.</source>
        <translation>Eine Uhrzeit, etwa 11:00. Leer: immer.</translation>
    </message>
    <message>
        <source>A time of day such as 22:00. Empty: always.</source>
        <translation>Eine Uhrzeit, etwa 22:00. Leer: immer.</translation>
    </message>
    <message>
        <source>A time of day, such as 04:00, or empty.</source>
        <translation>Eine Uhrzeit, etwa 04:00, oder leer.</translation>
    </message>
    <message>
        <source>A time of day, such as 04:00.</source>
        <translation>Eine Uhrzeit, etwa 04:00.</translation>
    </message>
    <message>
        <source>A voice says the number of each order that is Ready.</source>
        <translation>Eine Stimme sagt die Nummer jeder fertigen Bestellung.</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>Ein Fenster</translation>
    </message>
    <message>
        <source>Accept by itself</source>
        <translation>Von selbst annehmen</translation>
    </message>
    <message>
        <source>Accept ends the order there</source>
        <translation>Annehmen beendet sie dort</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Add a line to {label}</source>
        <translation>Zeile hinzufügen: {label}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>Adresse für Token</translation>
    </message>
    <message>
        <source>Address from outside</source>
        <translation>Adresse von außen</translation>
    </message>
    <message>
        <source>After a move</source>
        <translation>Nach einem Schritt</translation>
    </message>
    <message>
        <source>After them Pult looks for a newer version by itself.</source>
        <translation>Danach sucht Pult von selbst nach einer neueren Version.</translation>
    </message>
    <message>
        <source>All times shown are in it.</source>
        <translation>Alle Zeiten stehen darin.</translation>
    </message>
    <message>
        <source>Also for orders that were left behind.</source>
        <translation>Auch für nicht abgeholte Bestellungen.</translation>
    </message>
    <message>
        <source>Also what becomes of the order once points are booked.</source>
        <translation>Auch, was nach dem Buchen der Punkte aus der Bestellung wird.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>An address that begins with https://, without ? and #.</source>
        <translation>Eine Adresse, die mit https:// beginnt, ohne ? und #.</translation>
    </message>
    <message>
        <source>Another one has this name. Give each its own.</source>
        <translation>Ein anderes Gerät heißt schon so. Jedem einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>Another program has the settings file open. Close it there, then save again.</source>
        <translation>Ein anderes Programm hat die Einstellungsdatei geöffnet. Dort schließen und nochmals speichern.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Article for delivery</source>
        <translation>Artikel für die Lieferung</translation>
    </message>
    <message>
        <source>As #RRGGBB. Empty: ours, green.</source>
        <translation>Als #RRGGBB. Leer: unsere, grün.</translation>
    </message>
    <message>
        <source>As in the scanner's manual; nearly all have 8 bits without parity.</source>
        <translation>Wie im Handbuch des Scanners; fast alle haben 8 Bits ohne Parität.</translation>
    </message>
    <message>
        <source>As name=value. Needed only to get order numbers here.</source>
        <translation>Als Name=Wert. Nur nötig, um hier Bestellnummern zu holen.</translation>
    </message>
    <message>
        <source>As the catalogue names them, for station slips.</source>
        <translation>Wie der Katalog sie nennt, für Stationsbons.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Wie am Computer</translation>
    </message>
    <message>
        <source>As the register spells it.</source>
        <translation>So, wie die Kasse es schreibt.</translation>
    </message>
    <message>
        <source>As the screen</source>
        <translation>Wie der Bildschirm</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask again every</source>
        <translation>Erneut fragen alle</translation>
    </message>
    <message>
        <source>At 0 the window flashes instead.</source>
        <translation>Bei 0 blinkt stattdessen das Fenster.</translation>
    </message>
    <message>
        <source>At each slip</source>
        <translation>Bei jedem Bon</translation>
    </message>
    <message>
        <source>At least {least}.</source>
        <translation>Mindestens {least}.</translation>
    </message>
    <message>
        <source>At most 128 plain letters, digits, hyphens or underscores.</source>
        <translation>Höchstens 128 einfache Buchstaben, Ziffern, Binde- oder Unterstriche.</translation>
    </message>
    <message>
        <source>At most 6 letters, digits or hyphens.</source>
        <translation>Höchstens 6 Buchstaben, Ziffern oder Bindestriche.</translation>
    </message>
    <message>
        <source>At most 6 lines of at most 96 letters.</source>
        <translation>Höchstens 6 Zeilen zu höchstens 96 Zeichen.</translation>
    </message>
    <message>
        <source>At most {count} letters, on one line.</source>
        <translation>Höchstens {count} Zeichen, in einer Zeile.</translation>
    </message>
    <message>
        <source>At the tap</source>
        <translation>Beim Antippen</translation>
    </message>
    <message>
        <source>At the tap is quicker; the vendor may still say no.</source>
        <translation>Beim Antippen ist es schneller; der Anbieter kann noch Nein sagen.</translation>
    </message>
    <message>
        <source>Before our numbers</source>
        <translation>Vor unseren Nummern</translation>
    </message>
    <message>
        <source>Beyond it vendors are asked to call again later.</source>
        <translation>Darüber werden Anbieter gebeten, später anzurufen.</translation>
    </message>
    <message>
        <source>Bits of a letter</source>
        <translation>Bits je Zeichen</translation>
    </message>
    <message>
        <source>Buzzer</source>
        <translation>Summer</translation>
    </message>
    <message>
        <source>By itself from</source>
        <translation>Von selbst ab</translation>
    </message>
    <message>
        <source>By itself until</source>
        <translation>Von selbst bis</translation>
    </message>
    <message>
        <source>By itself up to</source>
        <translation>Von selbst bis zum Betrag</translation>
    </message>
    <message>
        <source>By which the vendor knows this shop.</source>
        <translation>Unter ihr kennt der Anbieter diesen Laden.</translation>
    </message>
    <message>
        <source>By which the vendor knows your company.</source>
        <translation>Unter ihr kennt der Anbieter die Firma.</translation>
    </message>
    <message>
        <source>COM3, /dev/ttyUSB0 or /dev/usb/lp0, or the queue's name. Leave it empty for USB.</source>
        <translation>COM3, /dev/ttyUSB0 oder /dev/usb/lp0, oder der Name der Warteschlange. Bei USB leer lassen.</translation>
    </message>
    <message>
        <source>CR and LF</source>
        <translation>CR und LF</translation>
    </message>
    <message>
        <source>Call out what is ready</source>
        <translation>Ruft aus, was fertig ist</translation>
    </message>
    <message>
        <source>Calls from vendors</source>
        <translation>Anrufe der Anbieter</translation>
    </message>
    <message>
        <source>Calls that may wait</source>
        <translation>Anrufe, die warten dürfen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Choose a printer that prints slips.</source>
        <translation>Einen Drucker wählen, der Bons druckt.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Eine Zeitzone aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose another printer than this one.</source>
        <translation>Einen anderen Drucker wählen als diesen.</translation>
    </message>
    <message>
        <source>Choose one of those that are shown.</source>
        <translation>Eine der gezeigten Möglichkeiten wählen.</translation>
    </message>
    <message>
        <source>Choose one or two languages.</source>
        <translation>Eine oder zwei Sprachen wählen.</translation>
    </message>
    <message>
        <source>Choose other vendors; the register's own orders are there already.</source>
        <translation>Andere Anbieter wählen; die eigenen Bestellungen der Kasse stehen schon dort.</translation>
    </message>
    <message>
        <source>Choose vendors that Pult knows.</source>
        <translation>Anbieter wählen, die Pult kennt.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Code page</source>
        <translation>Codepage</translation>
    </message>
    <message>
        <source>Colour of Ready</source>
        <translation>Farbe der fertigen Nummern</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>Farbe des Hintergrunds</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Copy it again, without blanks before and after it.</source>
        <translation>Noch einmal kopieren, ohne Leerzeichen davor und danach.</translation>
    </message>
    <message>
        <source>Copy it again: it has no blanks and no accented letters.</source>
        <translation>Noch einmal kopieren: Leerzeichen und Umlaute kommen darin nicht vor.</translation>
    </message>
    <message>
        <source>Copy it from the browser as name=value.</source>
        <translation>Aus dem Browser als Name=Wert kopieren.</translation>
    </message>
    <message>
        <source>Copy the id again, just as the vendor shows it.</source>
        <translation>Die ID noch einmal genau so kopieren, wie der Anbieter sie zeigt.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>Customer's name on slips</source>
        <translation>Name des Kunden auf Bons</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark blue</source>
        <translation>Dunkelblau</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Gerätedatei</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Punkte je Zoll</translation>
    </message>
    <message>
        <source>Empty is best: Pult finds it, or the proof sheet does.</source>
        <translation>Leer ist am besten: Pult oder das Probeblatt findet es.</translation>
    </message>
    <message>
        <source>Empty, or postgresql+psycopg://user:password@address/database.</source>
        <translation>Leer, oder postgresql+psycopg://Benutzer:Passwort@Adresse/Datenbank.</translation>
    </message>
    <message>
        <source>Empty: the till's name.</source>
        <translation>Leer: der Name des Geräts.</translation>
    </message>
    <message>
        <source>Empty: this till's own file. A PostgreSQL address gives all tills one board.</source>
        <translation>Leer: die eigene Datei dieses Geräts. Mit einer PostgreSQL-Adresse teilen alle Geräte ein Board.</translation>
    </message>
    <message>
        <source>English (US)</source>
        <translation>Englisch (US)</translation>
    </message>
    <message>
        <source>Enter (CR)</source>
        <translation>Enter (CR)</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Enter {label}</source>
        <translation>{label} eingeben</translation>
    </message>
    <message>
        <source>Erase customers' data after days</source>
        <translation>Kundendaten löschen nach Tagen</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Herausfinden</translation>
    </message>
    <message>
        <source>For Reject, Ready, Collected and Left. With 0 all is sent at once.</source>
        <translation>Für Ablehnen, Fertig, Abgeholt und Nicht abgeholt. Bei 0 geht alles sofort hinaus.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>From the vendor, for this shop. It is never shown again.</source>
        <translation>Vom Anbieter, für dieses Geschäft. Wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>Von {least} bis {most}.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Unbezahlt übergeben</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>Kopfzeile des Schlüssels</translation>
    </message>
    <message>
        <source>How often its open orders are read again.</source>
        <translation>Wie oft seine offenen Bestellungen neu gelesen werden.</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>If it is down</source>
        <translation>Wenn er ausfällt</translation>
    </message>
    <message>
        <source>If nobody collects the order; else at once.</source>
        <translation>Wenn niemand die Bestellung abholt; sonst sofort.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>It answers questions</source>
        <translation>Beantwortet Fragen</translation>
    </message>
    <message>
        <source>Its name in the system. Empty: the one Pult is not on.</source>
        <translation>Sein Name im System. Leer: der, auf dem Pult nicht ist.</translation>
    </message>
    <message>
        <source>Its word for Collected</source>
        <translation>Sein Wort für Abgeholt</translation>
    </message>
    <message>
        <source>Its word for Preparing</source>
        <translation>Sein Wort für In Arbeit</translation>
    </message>
    <message>
        <source>Its word for Ready</source>
        <translation>Sein Wort für Fertig</translation>
    </message>
    <message>
        <source>Its word for cancelled</source>
        <translation>Sein Wort für Storniert</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Tastaturbelegung</translation>
    </message>
    <message>
        <source>Keyboard on the screen</source>
        <translation>Tastatur auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of slips</source>
        <translation>Sprache der Bons</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Leave Settings and open them again with the PIN.</source>
        <translation>Die Einstellungen verlassen und mit der PIN neu öffnen.</translation>
    </message>
    <message>
        <source>Leave it at any, unless codes are cut or run together.</source>
        <translation>Auf beliebig lassen, außer Codes sind abgeschnitten oder laufen zusammen.</translation>
    </message>
    <message>
        <source>Leave it if you do not know the model.</source>
        <translation>So lassen, wenn das Modell nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Leave it unless the vendor says otherwise.</source>
        <translation>So lassen, wenn der Anbieter nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Leave none of them empty.</source>
        <translation>Keines davon leer lassen.</translation>
    </message>
    <message>
        <source>Less: {label}</source>
        <translation>Weniger: {label}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Lilac</source>
        <translation>Flieder</translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation>Zeilenvorschub (LF)</translation>
    </message>
    <message>
        <source>Line speed</source>
        <translation>Leitungsgeschwindigkeit</translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation>Zeilen über der Nummer</translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation>Zeilen am Ende</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Lauscht an</translation>
    </message>
    <message>
        <source>Location id</source>
        <translation>Standort-ID</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Main colour</source>
        <translation>Hauptfarbe</translation>
    </message>
    <message>
        <source>Measure with a bank card</source>
        <translation>Mit Bankkarte messen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>More: {label}</source>
        <translation>Mehr: {label}</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name at the register</source>
        <translation>Name an der Kasse</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name des Ladens</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Name dieses Geräts</translation>
    </message>
    <message>
        <source>Name the stations whose lines it prints.</source>
        <translation>Die Stationen nennen, deren Posten er druckt.</translation>
    </message>
    <message>
        <source>Nearly all printers listen at 9100.</source>
        <translation>Fast alle Drucker hören auf 9100.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Netzwerk, ePOS</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>New is late after</source>
        <translation>Neu ist spät nach</translation>
    </message>
    <message>
        <source>New orders are accepted without a tap.</source>
        <translation>Neue Bestellungen werden ohne Antippen angenommen.</translation>
    </message>
    <message>
        <source>New orders cover the screen</source>
        <translation>Neue Bestellungen füllen den Bildschirm</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>Newer versions are told at</source>
        <translation>Adresse neuer Versionen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No other program of this computer may use it.</source>
        <translation>Kein anderes Programm dieses Computers darf ihn benutzen.</translation>
    </message>
    <message>
        <source>Nobody could read words on it. Choose a lighter or a darker colour.</source>
        <translation>Darauf könnte niemand lesen. Eine hellere oder dunklere Farbe wählen.</translation>
    </message>
    <message>
        <source>Nobody: slips wait</source>
        <translation>Niemand: Bons warten</translation>
    </message>
    <message>
        <source>None ticked: of all.</source>
        <translation>Keiner angekreuzt: von allen.</translation>
    </message>
    <message>
        <source>None ticked: slips of all that no other printer takes.</source>
        <translation>Keine angehakt: die aller, die kein anderer Drucker nimmt.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Nothing is installed while you are open.</source>
        <translation>Während Sie geöffnet haben, wird nichts installiert.</translation>
    </message>
    <message>
        <source>Nothing is printed for them: tick Station slips.</source>
        <translation>Für sie wird nichts gedruckt: Stationsbons ankreuzen.</translation>
    </message>
    <message>
        <source>Numbers go after</source>
        <translation>Nummern verschwinden nach</translation>
    </message>
    <message>
        <source>Of the next step and of what is chosen, as #RRGGBB. Empty: ours, blue.</source>
        <translation>Des nächsten Schritts und des Gewählten, als #RRGGBB. Leer: unsere, blau.</translation>
    </message>
    <message>
        <source>Of the screen.</source>
        <translation>Des Bildschirms.</translation>
    </message>
    <message>
        <source>Of the shop's own, such as its address.</source>
        <translation>Eigene des Ladens, etwa seine Adresse.</translation>
    </message>
    <message>
        <source>Of the shop's own, such as thanks or the wifi.</source>
        <translation>Eigene des Ladens, etwa ein Dank oder das WLAN.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On the way ends after</source>
        <translation>Unterwegs endet nach</translation>
    </message>
    <message>
        <source>Once accepted</source>
        <translation>Nach der Annahme</translation>
    </message>
    <message>
        <source>Once paid</source>
        <translation>Nach der Zahlung</translation>
    </message>
    <message>
        <source>One or two; the first ticked is the larger one.</source>
        <translation>Eine oder zwei; die zuerst angekreuzte ist die größere.</translation>
    </message>
    <message>
        <source>Only calls whose address ends with it are taken.</source>
        <translation>Nur Anrufe, deren Adresse damit endet, werden angenommen.</translation>
    </message>
    <message>
        <source>Only if all is too small or large; 0 asks the screen.</source>
        <translation>Nur wenn alles zu klein oder groß ist; 0 fragt den Bildschirm.</translation>
    </message>
    <message>
        <source>Only if the scanner was set to send one.</source>
        <translation>Nur wenn der Scanner darauf eingestellt wurde.</translation>
    </message>
    <message>
        <source>Only letters, digits, blanks, dots, hyphens and underscores.</source>
        <translation>Nur Buchstaben, Ziffern, Leerzeichen, Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>Only numbers of</source>
        <translation>Nur Nummern von</translation>
    </message>
    <message>
        <source>Only slips of</source>
        <translation>Nur Bons von</translation>
    </message>
    <message>
        <source>Only where you were given id and secret, not a token.</source>
        <translation>Nur wenn Kennung und Geheimnis statt eines Tokens vergeben wurden.</translation>
    </message>
    <message>
        <source>Open the next oldest</source>
        <translation>Die nächstälteste öffnen</translation>
    </message>
    <message>
        <source>Opening hours from</source>
        <translation>Geöffnet ab</translation>
    </message>
    <message>
        <source>Opening hours until</source>
        <translation>Geöffnet bis</translation>
    </message>
    <message>
        <source>Opens the drawer</source>
        <translation>Öffnet die Lade</translation>
    </message>
    <message>
        <source>Orders for later come forward</source>
        <translation>Spätere Bestellungen kommen nach vorn</translation>
    </message>
    <message>
        <source>Organization id</source>
        <translation>Organisations-ID</translation>
    </message>
    <message>
        <source>Our own numbers begin anew then.</source>
        <translation>Dann beginnen unsere Nummern neu.</translation>
    </message>
    <message>
        <source>Ours, blue</source>
        <translation>Unsere, blau</translation>
    </message>
    <message>
        <source>PIN for</source>
        <translation>PIN für</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Path for an order's status</source>
        <translation>Pfad für den Stand einer Bestellung</translation>
    </message>
    <message>
        <source>Path for new orders</source>
        <translation>Pfad für neue Bestellungen</translation>
    </message>
    <message>
        <source>Path for ready orders</source>
        <translation>Pfad für fertige Bestellungen</translation>
    </message>
    <message>
        <source>Path of the calls</source>
        <translation>Pfad der Anrufe</translation>
    </message>
    <message>
        <source>Pattern of its cards</source>
        <translation>Muster seiner Karten</translation>
    </message>
    <message>
        <source>Pattern of its numbers</source>
        <translation>Muster seiner Nummern</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Port of the calls</source>
        <translation>Port der Anrufe</translation>
    </message>
    <message>
        <source>Preparing is late after</source>
        <translation>In Arbeit ist spät nach</translation>
    </message>
    <message>
        <source>Prices on slips</source>
        <translation>Preise auf Bons</translation>
    </message>
    <message>
        <source>Printer “{name}”</source>
        <translation>Drucker „{name}“</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Druckt</translation>
    </message>
    <message>
        <source>Prints as</source>
        <translation>Druckt als</translation>
    </message>
    <message>
        <source>Proves that a call comes from the vendor.</source>
        <translation>Beweist, dass ein Aufruf vom Anbieter kommt.</translation>
    </message>
    <message>
        <source>QR code on slips</source>
        <translation>QR-Code auf Bons</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Ready is late after</source>
        <translation>Fertig ist spät nach</translation>
    </message>
    <message>
        <source>Ready numbers could not be read on that ground. Choose colours that differ more.</source>
        <translation>Fertige Nummern wären auf diesem Grund nicht zu lesen. Farben wählen, die sich mehr unterscheiden.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Remove line {number} of {label}</source>
        <translation>Zeile {number} von {label} entfernen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Rings in full after</source>
        <translation>Klingelt voll nach</translation>
    </message>
    <message>
        <source>Same code again</source>
        <translation>Derselbe Code noch einmal</translation>
    </message>
    <message>
        <source>Scanned, it opens the order or hands it over.</source>
        <translation>Gescannt öffnet oder übergibt er die Bestellung.</translation>
    </message>
    <message>
        <source>Scanner “{name}”</source>
        <translation>Scanner „{name}“</translation>
    </message>
    <message>
        <source>Second screen shows the numbers</source>
        <translation>Zweiter Bildschirm zeigt die Nummern</translation>
    </message>
    <message>
        <source>Secret end of the path</source>
        <translation>Geheimes Ende des Pfads</translation>
    </message>
    <message>
        <source>Secret of its calls</source>
        <translation>Geheimnis seiner Aufrufe</translation>
    </message>
    <message>
        <source>Sends on orders of</source>
        <translation>Leitet weiter von</translation>
    </message>
    <message>
        <source>Sends them on</source>
        <translation>Leitet sie weiter</translation>
    </message>
    <message>
        <source>Sent before a code</source>
        <translation>Vor einem Code gesendet</translation>
    </message>
    <message>
        <source>Sent with each payment; may stay empty.</source>
        <translation>Geht mit jeder Zahlung mit; darf leer bleiben.</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Session cookie</source>
        <translation>Sitzungs-Cookie</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Set by {variable} of the computer; change it there.</source>
        <translation>Von {variable} des Computers gesetzt; dort ändern.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Gemeinsamer Speicher</translation>
    </message>
    <message>
        <source>Show Preparing too</source>
        <translation>Auch zeigen, was in Arbeit ist</translation>
    </message>
    <message>
        <source>Show what is typed: {label}</source>
        <translation>Getipptes zeigen: {label}</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Simuliert, auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>Slips print</source>
        <translation>Bons drucken</translation>
    </message>
    <message>
        <source>So long before their time; then their slips print.</source>
        <translation>So lange vor ihrer Zeit; dann druckt ihr Bon.</translation>
    </message>
    <message>
        <source>Sound for a new number</source>
        <translation>Ton bei neuer Nummer</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Stands at the top of slips; a PNG or JPEG.</source>
        <translation>Steht oben auf Bons; ein PNG oder JPEG.</translation>
    </message>
    <message>
        <source>Stands at the top of the screen and on slips.</source>
        <translation>Steht oben auf dem Bildschirm und auf Bons.</translation>
    </message>
    <message>
        <source>Stands on the printer's own test page, such as 192.168.1.50.</source>
        <translation>Steht auf der Testseite des Druckers, etwa 192.168.1.50.</translation>
    </message>
    <message>
        <source>Station slips</source>
        <translation>Stationsbons</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Stay on the order</source>
        <translation>Bei der Bestellung bleiben</translation>
    </message>
    <message>
        <source>Such as 06:30. Empty: never quiet.</source>
        <translation>Etwa 06:30. Leer: nie Ruhe.</translation>
    </message>
    <message>
        <source>Such as 22:00; then it only flashes. Empty: never.</source>
        <translation>Etwa 22:00; dann blinkt es nur. Leer: nie.</translation>
    </message>
    <message>
        <source>Such as W- for W-12. Empty for plain numbers.</source>
        <translation>Etwa W- für W-12. Leer für reine Zahlen.</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Systemwarteschlange</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Takes over after</source>
        <translation>Springt ein nach</translation>
    </message>
    <message>
        <source>Tell names to vendors</source>
        <translation>Anbietern Namen nennen</translation>
    </message>
    <message>
        <source>Tell what comes after</source>
        <translation>Auch Folgendes melden</translation>
    </message>
    <message>
        <source>Tells this till from the shop's others. Never give two the same.</source>
        <translation>Unterscheidet dieses Gerät von den anderen. Nie zweimal dasselbe vergeben.</translation>
    </message>
    <message>
        <source>Terminal code</source>
        <translation>Terminal-Code</translation>
    </message>
    <message>
        <source>Terminal id</source>
        <translation>Terminal-ID</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>The address the vendor was given. Pult tries it to see that calls come.</source>
        <translation>Die Adresse, die der Anbieter bekam. Pult probiert sie, um zu sehen, dass Anrufe ankommen.</translation>
    </message>
    <message>
        <source>The catalogue has no station called {names}.</source>
        <translation>Im Katalog gibt es keine Station namens {names}.</translation>
    </message>
    <message>
        <source>The day begins at</source>
        <translation>Der Tag beginnt um</translation>
    </message>
    <message>
        <source>The end of the address that the vendor was given.</source>
        <translation>Das Ende der Adresse, die der Anbieter bekam.</translation>
    </message>
    <message>
        <source>The file of a picture, PNG or JPEG.</source>
        <translation>Die Datei eines Bildes, PNG oder JPEG.</translation>
    </message>
    <message>
        <source>The largest total, in this till's money; 0: any.</source>
        <translation>Der größte Betrag in der Währung dieser Kasse; 0: jeder.</translation>
    </message>
    <message>
        <source>The name of a header, such as X-API-KEY.</source>
        <translation>Der Name einer Kopfzeile, etwa X-API-KEY.</translation>
    </message>
    <message>
        <source>The path of a folder, or empty.</source>
        <translation>Der Pfad eines Ordners, oder leer.</translation>
    </message>
    <message>
        <source>The printer that takes over its slips.</source>
        <translation>Der Drucker, der seine Bons übernimmt.</translation>
    </message>
    <message>
        <source>The printer's buzzer helps</source>
        <translation>Der Summer des Druckers hilft</translation>
    </message>
    <message>
        <source>The publisher's address. Empty: never looked for.</source>
        <translation>Adresse des Herausgebers. Leer: es wird nie gesucht.</translation>
    </message>
    <message>
        <source>The publisher's key</source>
        <translation>Schlüssel des Herausgebers</translation>
    </message>
    <message>
        <source>The publisher's whole key of 44 letters and signs, or empty.</source>
        <translation>Der ganze Schlüssel des Herausgebers aus 44 Buchstaben und Zeichen, oder leer.</translation>
    </message>
    <message>
        <source>The ruler shows how many this printer takes.</source>
        <translation>Das Lineal zeigt, wie viele dieser Drucker fasst.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Call whoever looks after this computer.</source>
        <translation>Die Einstellungsdatei lässt sich nicht lesen. Anrufen, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>The settings file cannot be written. Call whoever looks after this computer.</source>
        <translation>Die Einstellungsdatei lässt sich nicht schreiben. Anrufen, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>The settings file was changed by hand and cannot be read: “pult check” names the line.</source>
        <translation>Die Einstellungsdatei wurde von Hand geändert und ist nicht lesbar: „pult check“ nennt die Zeile.</translation>
    </message>
    <message>
        <source>The three letters of a currency, such as HUF or EUR.</source>
        <translation>Die drei Buchstaben einer Währung, etwa HUF oder EUR.</translation>
    </message>
    <message>
        <source>The three letters of the shop's money, such as EUR.</source>
        <translation>Die drei Buchstaben der Währung, etwa EUR.</translation>
    </message>
    <message>
        <source>The vendor then hears of nothing that follows.</source>
        <translation>Der Anbieter erfährt dann nichts mehr davon.</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Der ganze Bildschirm</translation>
    </message>
    <message>
        <source>The whole screen leaves no way to other programs.</source>
        <translation>Der ganze Bildschirm lässt keinen Weg zu anderen Programmen.</translation>
    </message>
    <message>
        <source>Their orders are entered into the register.</source>
        <translation>Ihre Bestellungen kommen in die Kasse.</translation>
    </message>
    <message>
        <source>Then the order counts as collected. With 0 only by a tap.</source>
        <translation>Dann gilt die Bestellung als abgeholt. Bei 0 nur durch Antippen.</translation>
    </message>
    <message>
        <source>There is no other printer yet.</source>
        <translation>Es gibt noch keinen anderen Drucker.</translation>
    </message>
    <message>
        <source>They would hand slips round in a circle. The last one takes over nothing.</source>
        <translation>Sie reichten die Bons im Kreis. Der letzte darf keinen Ersatz haben.</translation>
    </message>
    <message>
        <source>This computer's address; 0.0.0.0 is every one it has.</source>
        <translation>Die Adresse dieses Computers; 0.0.0.0 steht für alle.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>This pattern cannot be read.</source>
        <translation>Dieses Muster ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This printer prints no slips: tick Slips.</source>
        <translation>Dieser Drucker druckt keine Bons: Bons ankreuzen.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Till id</source>
        <translation>Geräte-ID</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Zeit zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Type or paste it here</source>
        <translation>Hier eingeben oder einfügen</translation>
    </message>
    <message>
        <source>Types like a keyboard</source>
        <translation>Tippt wie eine Tastatur</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Under it the register shows where orders come from.</source>
        <translation>Darunter zeigt die Kasse, woher Bestellungen kommen.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Usually: {value}.</source>
        <translation>Üblich: {value}.</translation>
    </message>
    <message>
        <source>Vendor {name}</source>
        <translation>Anbieter {name}</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>Warten auf Verbindung</translation>
    </message>
    <message>
        <source>Wait for a whole slip</source>
        <translation>Warten auf einen ganzen Bon</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Warten auf Antwort</translation>
    </message>
    <message>
        <source>Walk-in orders</source>
        <translation>Thekenbestellungen</translation>
    </message>
    <message>
        <source>What customers read may differ from the screen.</source>
        <translation>Was Kunden lesen, darf vom Bildschirm abweichen.</translation>
    </message>
    <message>
        <source>What is not signed with it is refused.</source>
        <translation>Was nicht damit unterschrieben ist, wird abgelehnt.</translation>
    </message>
    <message>
        <source>What is open once an order was accepted, ready or collected.</source>
        <translation>Was offen ist, nachdem eine Bestellung angenommen, fertig oder abgeholt ist.</translation>
    </message>
    <message>
        <source>When cash is taken</source>
        <translation>Wenn bar kassiert wird</translation>
    </message>
    <message>
        <source>When it comes as a field is tapped.</source>
        <translation>Wann sie beim Tippen in ein Feld erscheint.</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Bei Bedarf</translation>
    </message>
    <message>
        <source>When the vendor said yes</source>
        <translation>Wenn der Anbieter Ja sagte</translation>
    </message>
    <message>
        <source>Where client id and secret are exchanged for a token.</source>
        <translation>Wo Client-ID und -Geheimnis gegen ein Token getauscht werden.</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo er ist</translation>
    </message>
    <message>
        <source>Where its service is reached; begins with https://</source>
        <translation>Wo sein Dienst erreicht wird; beginnt mit https://</translation>
    </message>
    <message>
        <source>Where orders and logs are kept. Empty: the usual folder.</source>
        <translation>Wo Bestellungen und Protokolle liegen. Leer: der übliche Ordner.</translation>
    </message>
    <message>
        <source>Where orders are kept</source>
        <translation>Wo Bestellungen liegen</translation>
    </message>
    <message>
        <source>Where this computer cannot be heard.</source>
        <translation>Wenn dieser Computer nicht zu hören ist.</translation>
    </message>
    <message>
        <source>Whether anything on the screen moves by itself.</source>
        <translation>Ob sich auf dem Bildschirm etwas von selbst bewegt.</translation>
    </message>
    <message>
        <source>Whether it sounds with each slip.</source>
        <translation>Ob er bei jedem Bon ertönt.</translation>
    </message>
    <message>
        <source>Whether orders can be keyed in here.</source>
        <translation>Ob hier Bestellungen eingegeben werden können.</translation>
    </message>
    <message>
        <source>Which screen</source>
        <translation>Welcher Bildschirm</translation>
    </message>
    <message>
        <source>While they ring; never over a dialog.</source>
        <translation>Solange sie klingeln; nie über einem Dialog.</translation>
    </message>
    <message>
        <source>While you are tapping, a new order only chimes until then.</source>
        <translation>Solange jemand tippt, klingt eine neue Bestellung bis dahin nur leise.</translation>
    </message>
    <message>
        <source>Who accepted an order, where the vendor takes it.</source>
        <translation>Wer eine Bestellung annahm, wo der Anbieter es nimmt.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Without it, orders with a delivery fee do not reach the register.</source>
        <translation>Ohne ihn kommen Bestellungen mit Liefergebühr nicht in die Kasse.</translation>
    </message>
    <message>
        <source>Written as #RRGGBB. Empty: ours, dark.</source>
        <translation>Geschrieben als #RRGGBB. Leer: unsere, dunkel.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nichts gewählt</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>{label} · not saved</source>
        <translation>{label} · nicht gespeichert</translation>
    </message>
    <message>
        <source>{label}, line {number}</source>
        <translation>{label}, Zeile {number}</translation>
    </message>
    <message>
        <source>{label}: back to {value}</source>
        <translation>{label}: zurück auf {value}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Add printer by hand</source>
        <translation>Drucker von Hand hinzufügen</translation>
    </message>
    <message>
        <source>Add scanner</source>
        <translation>Scanner hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Customers' data</source>
        <translation>Kundendaten</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Gerätedatei</translation>
    </message>
    <message>
        <source>Everything of the settings file. What you do not know, leave as it is.</source>
        <translation>Alles aus der Einstellungsdatei. Was Sie nicht kennen, so lassen.</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>Fill in what you know, then save it.</source>
        <translation>Füllen Sie aus, was Sie wissen, und speichern Sie es.</translation>
    </message>
    <message>
        <source>Its orders come once Pult is started again.</source>
        <translation>Seine Bestellungen kommen nach einem Neustart von Pult.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Späte Bestellungen</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Netzwerk, ePOS</translation>
    </message>
    <message>
        <source>No scanner set up</source>
        <translation>Kein Scanner eingerichtet</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Orders work without one: tap the card instead.</source>
        <translation>Bestellungen gehen auch ohne: die Karte antippen.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Alle Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Simuliert, auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Switch it on and fill in what it needs, then save.</source>
        <translation>Einschalten, das Nötige ausfüllen, dann speichern.</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Systemwarteschlange</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>{vendor} is not in use</source>
        <translation>{vendor} ist nicht in Gebrauch</translation>
    </message>
    <message>
        <source>{vendor} is set up</source>
        <translation>{vendor} ist eingerichtet</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Nothing was saved. {why}</source>
        <translation>Nichts wurde gespeichert. {why}</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Hier speichern</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Einrichtung speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over a set-up</source>
        <translation>Einrichtung übernehmen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Copy this till</source>
        <translation>Gerät kopieren</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Sprache, Design</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Set up Pult</source>
        <translation>Pult einrichten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>All is settled. Take a tick back to have it here again.</source>
        <translation>Alles ist geklärt. Einen Haken zurücknehmen, um es wieder hier zu haben.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Give {amount} back {there}: the customer had paid {vendor}.</source>
        <translation>{amount} {there} zurückgeben: der Kunde hatte an {vendor} bezahlt.</translation>
    </message>
    <message>
        <source>Here only; {vendor} is not told</source>
        <translation>Nur hier; {vendor} erfährt es nicht</translation>
    </message>
    <message>
        <source>Pult cannot do these by itself. Do each where it says, then tick it.</source>
        <translation>Das kann Pult nicht selbst. Jedes dort tun, wo es steht, dann abhaken.</translation>
    </message>
    <message>
        <source>Settled: {number}, {what}</source>
        <translation>Geklärt: {number}, {what}</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>in the {place}</source>
        <translation>im {place}</translation>
    </message>
    <message>
        <source>in {vendor} itself</source>
        <translation>in {vendor} selbst</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>{amount} was given back here. Note it {there}, which counts it as paid.</source>
        <translation>{amount} wurden hier zurückgegeben: {there} notieren, dort gilt es als bezahlt.</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} zu klären</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{vendor} does not know that it was cancelled. Cancel it there.</source>
        <translation>{vendor} weiß nicht, dass sie storniert wurde. Dort stornieren.</translation>
    </message>
    <message>
        <source>{vendor} does not know that it was rejected. Reject it there.</source>
        <translation>{vendor} weiß nicht, dass sie abgelehnt wurde. Dort ablehnen.</translation>
    </message>
    <message>
        <source>{vendor} does not know that the customer left. Close the order there.</source>
        <translation>{vendor} weiß nicht, dass der Kunde nicht kam. Die Bestellung dort schließen.</translation>
    </message>
    <message>
        <source>{vendor} is not told</source>
        <translation>{vendor} erfährt es nicht</translation>
    </message>
    <message>
        <source>{vendor} is not told; its own refund is done {there}.</source>
        <translation>{vendor} erfährt es nicht; dessen Erstattung geschieht {there}.</translation>
    </message>
    <message>
        <source>{vendor} is not told; refund there</source>
        <translation>{vendor} erfährt es nicht; dort erstatten</translation>
    </message>
    <message>
        <source>{vendor} is not told; refund {there}</source>
        <translation>{vendor} erfährt es nicht; {there} erstatten</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>8 letters or more. Without it nobody can open the file.</source>
        <translation>8 Zeichen oder mehr. Ohne sie kann niemand die Datei öffnen.</translation>
    </message>
    <message>
        <source>All settings, keys and the logo go into one file that only the passphrase opens. Orders stay here, and so do this till's name and id.</source>
        <translation>Alle Einstellungen, Schlüssel und das Logo kommen in eine Datei, die nur die Passphrase öffnet. Bestellungen bleiben hier, ebenso Name und ID dieses Geräts.</translation>
    </message>
    <message>
        <source>From another till</source>
        <translation>Von einem anderen Gerät</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase der Datei</translation>
    </message>
    <message>
        <source>Replaces the settings of this till; it keeps its name, id and orders.</source>
        <translation>Ersetzt die Einstellungen dieses Geräts; Name, ID und Bestellungen bleiben.</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Einrichtung speichern</translation>
    </message>
    <message>
        <source>Show the passphrase: {action}</source>
        <translation>Passphrase zeigen: {action}</translation>
    </message>
    <message>
        <source>Take over a set-up</source>
        <translation>Einrichtung übernehmen</translation>
    </message>
    <message>
        <source>The passphrase does not fit {file}. Nothing was changed. Type it again.</source>
        <translation>Die Passphrase passt nicht zu {file}. Nichts wurde geändert. Noch einmal eingeben.</translation>
    </message>
    <message>
        <source>The passphrase is too short. It needs 8 letters or more.</source>
        <translation>Die Passphrase ist zu kurz. Sie braucht 8 Zeichen oder mehr.</translation>
    </message>
    <message>
        <source>The set-up in {file} does not fit this till. Nothing was changed. {detail}</source>
        <translation>Die Einrichtung in {file} passt nicht zu diesem Gerät. Nichts wurde geändert. {detail}</translation>
    </message>
    <message>
        <source>The set-up was taken over. It holds once Pult is started again.</source>
        <translation>Die Einrichtung ist übernommen. Sie gilt nach einem Neustart von Pult.</translation>
    </message>
    <message>
        <source>The shop's PIN is needed. Nothing was changed. Leave Settings and open them again.</source>
        <translation>Die PIN des Ladens ist nötig. Nichts wurde geändert. Die Einstellungen verlassen und neu öffnen.</translation>
    </message>
    <message>
        <source>To another till</source>
        <translation>Auf ein anderes Gerät</translation>
    </message>
    <message>
        <source>Written to {path}. Keep the passphrase apart from the file.</source>
        <translation>Nach {path} geschrieben. Die Passphrase getrennt von der Datei aufbewahren.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {detail}. Nothing was changed.</source>
        <translation>{file} lässt sich nicht verwenden: {detail}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{file} is damaged. Nothing was changed. Copy the file again from the other till.</source>
        <translation>{file} ist beschädigt. Nichts wurde geändert. Die Datei noch einmal vom anderen Gerät kopieren.</translation>
    </message>
    <message>
        <source>{file} is no set-up of Pult. Nothing was changed.</source>
        <translation>{file} ist keine Einrichtung von Pult. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Pult. Nothing was changed. Bring Pult up to date here first.</source>
        <translation>{file} stammt von einem neueren Pult. Nichts wurde geändert. Erst Pult hier aktualisieren.</translation>
    </message>
</context>
<context>
    <name>ShownRow</name>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>On the slip</source>
        <translation>Auf dem Bon</translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
</context>
<context>
    <name>SlipPreviewView</name>
    <message>
        <source>Exactly what it prints</source>
        <translation>Genau was er druckt</translation>
    </message>
    <message>
        <source>No picture can be drawn here</source>
        <translation>Hier lässt sich kein Bild zeichnen</translation>
    </message>
    <message>
        <source>Preview of a slip</source>
        <translation>Vorschau eines Bons</translation>
    </message>
    <message>
        <source>The letters are the printer's own</source>
        <translation>Die Schrift ist die des Druckers</translation>
    </message>
</context>
<context>
    <name>SlipSection</name>
    <message numerus="yes">
        <source>%n changes, not saved</source>
        <translation>
            <numerusform>%n Änderung, nicht gespeichert</numerusform>
            <numerusform>%n Änderungen, nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer's name</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation>Zeilen über der Nummer</translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation>Zeilen am Ende</translation>
    </message>
    <message>
        <source>Nothing was changed, slips are printed as before. {why}</source>
        <translation>Nichts wurde geändert, Bons werden wie zuvor gedruckt. {why}</translation>
    </message>
    <message>
        <source>Number, vendor, what is to be paid and the customer's note always stand.</source>
        <translation>Nummer, Anbieter, zu zahlender Betrag und Notiz des Kunden stehen immer da.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved. The next slip is printed so.</source>
        <translation>Gespeichert. Der nächste Bon kommt so.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Takes effect with the next slip, no restart</source>
        <translation>Ab dem nächsten Bon, ohne Neustart</translation>
    </message>
    <message>
        <source>This is how slips are printed now.</source>
        <translation>So werden Bons jetzt gedruckt.</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>*Slip waits for your answer.* It is too old to come by itself.</source>
        <translation>*Der Bon wartet auf Ihre Antwort.* Er ist zu alt, um von selbst zu kommen.</translation>
    </message>
    <message>
        <source>*Slip waits:* “{printer}” {cause}.</source>
        <translation>*Bon wartet:* „{printer}“ {cause}.</translation>
    </message>
    <message>
        <source>*Station slip waits for your answer.* It is too old to come by itself.</source>
        <translation>*Der Stationsbon wartet auf Ihre Antwort.* Er ist zu alt, um von selbst zu kommen.</translation>
    </message>
    <message>
        <source>*Station slip waits:* “{printer}” {cause}.</source>
        <translation>*Stationsbon wartet:* „{printer}“ {cause}.</translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>Alle kamen heraus</translation>
    </message>
    <message>
        <source>Came out</source>
        <translation>Kam heraus</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Look at the printer, then say of each slip whether it came out.</source>
        <translation>Am Drucker nachsehen, dann von jedem Bon sagen, ob er herauskam.</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Kein Bon</translation>
    </message>
    <message>
        <source>None came out</source>
        <translation>Keiner kam heraus</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>Anderer Drucker</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Slips that wait for “{printer}”</source>
        <translation>Bons, die auf „{printer}“ warten</translation>
    </message>
    <message>
        <source>Slips to look at</source>
        <translation>Anzusehende Bons</translation>
    </message>
    <message>
        <source>These are too old to come by themselves. Are they still wanted?</source>
        <translation>Diese sind zu alt, um von selbst zu kommen. Werden sie noch gebraucht?</translation>
    </message>
    <message>
        <source>Waits since {time} for “{printer}”</source>
        <translation>Wartet seit {time} auf „{printer}“</translation>
    </message>
    <message>
        <source>Waits since {time}: “{printer}” {cause}</source>
        <translation>Wartet seit {time}: „{printer}“ {cause}</translation>
    </message>
    <message>
        <source>waits {age}: too old to come by itself</source>
        <translation>wartet {age}: zu alt, um von selbst zu kommen</translation>
    </message>
    <message>
        <source>waits {age}: “{printer}” {cause}</source>
        <translation>wartet {age}: „{printer}“ {cause}</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{number} · {vendor} · printed again</source>
        <translation>{number} · {vendor} · nochmals gedruckt</translation>
    </message>
    <message>
        <source>{number} · {vendor} · station slip</source>
        <translation>{number} · {vendor} · Stationsbon</translation>
    </message>
    <message>
        <source>{slips}. Orders go on; nothing comes out twice.</source>
        <translation>{slips}. Bestellungen laufen weiter; nichts kommt doppelt.</translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which stopped answering at the end</source>
        <translation>{time} auf „{printer}“, der am Ende nicht mehr antwortete</translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which {cause}. It may still come out by itself</source>
        <translation>{time} auf „{printer}“: {cause}. Er kommt vielleicht noch von selbst</translation>
    </message>
    <message>
        <source>{time} on “{printer}”. Pult ended while it printed</source>
        <translation>{time} auf „{printer}“. Pult endete während des Drucks</translation>
    </message>
</context>
<context>
    <name>SoldOut</name>
    <message>
        <source>No product found. Search for a part of its name.</source>
        <translation>Kein Produkt gefunden. Nach einem Teil des Namens suchen.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>Tap what is sold out today, tap again to take it back. The vendors still offer it.</source>
        <translation>Antippen, was heute ausverkauft ist, nochmals tippen nimmt es zurück. Die Anbieter bieten es weiter an.</translation>
    </message>
    <message>
        <source>The catalogue is empty. Open an order and tap the line that is sold out.</source>
        <translation>Der Katalog ist leer. Eine Bestellung öffnen und die ausverkaufte Zeile antippen.</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>{count} weitere: danach suchen</translation>
    </message>
</context>
<context>
    <name>SoundDesk</name>
    <message>
        <source>A loudspeaker that is plugged in later is used at once.</source>
        <translation>Ein später angesteckter Lautsprecher wird sofort benutzt.</translation>
    </message>
    <message>
        <source>Do not leave the screen out of sight until Pult can be heard.</source>
        <translation>Den Bildschirm im Blick behalten, bis Pult zu hören ist.</translation>
    </message>
    <message>
        <source>Look whether the computer is muted.</source>
        <translation>Nachsehen, ob der Computer stummgeschaltet ist.</translation>
    </message>
    <message>
        <source>Look whether the loudspeaker is plugged in and switched on.</source>
        <translation>Nachsehen, ob der Lautsprecher angesteckt und eingeschaltet ist.</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead</source>
        <translation>Kein Ton: Pult blinkt stattdessen</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead.</source>
        <translation>Kein Ton: Pult blinkt stattdessen.</translation>
    </message>
    <message>
        <source>Orders are not called out.</source>
        <translation>Bestellungen werden nicht ausgerufen.</translation>
    </message>
    <message>
        <source>Orders are safe. The window flashes for each one that is new.</source>
        <translation>Bestellungen sind sicher. Das Fenster blinkt bei jeder neuen.</translation>
    </message>
    <message>
        <source>Press “Test the sound”.</source>
        <translation>„Ton testen“ drücken.</translation>
    </message>
    <message>
        <source>Pult rings for new orders.</source>
        <translation>Pult klingelt bei neuen Bestellungen.</translation>
    </message>
    <message>
        <source>Sound works again.</source>
        <translation>Der Ton geht wieder.</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Ton testen</translation>
    </message>
    <message>
        <source>The loudspeaker takes no sound.</source>
        <translation>Der Lautsprecher nimmt keinen Ton an.</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker.</source>
        <translation>Dieser Computer hat keinen Lautsprecher.</translation>
    </message>
    <message>
        <source>This computer has no voice for the till's language.</source>
        <translation>Dieser Computer hat keine Stimme für die Sprache des Geräts.</translation>
    </message>
    <message>
        <source>This computer is muted.</source>
        <translation>Dieser Computer ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>This computer's sound system does not run.</source>
        <translation>Das Tonsystem dieses Computers läuft nicht.</translation>
    </message>
    <message>
        <source>This computer's sound system was started anew. Start Pult again to hear it.</source>
        <translation>Das Tonsystem wurde neu gestartet. Pult neu starten, um es zu hören.</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>A badge is any code a scanner reads. Scanned, it changes who works here.</source>
        <translation>Ein Ausweis ist jeder Code, den ein Scanner liest. Gescannt wechselt er, wer hier arbeitet.</translation>
    </message>
    <message>
        <source>Anybody may</source>
        <translation>Darf jeder</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Badge of {name}</source>
        <translation>Ausweis von {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>PIN ändern</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Close Pult</source>
        <translation>Pult schließen</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Erase name</source>
        <translation>Namen löschen</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation>{name} löschen?</translation>
    </message>
    <message>
        <source>Former staff</source>
        <translation>Früheres Personal</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Unbezahlt übergeben</translation>
    </message>
    <message>
        <source>History keeps what was done, without the name. That cannot be taken back.</source>
        <translation>Der Verlauf behält, was getan wurde, ohne den Namen. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Kept. Scanned again, it changes who works here.</source>
        <translation>Gespeichert. Noch einmal gescannt wechselt er, wer hier arbeitet.</translation>
    </message>
    <message>
        <source>Key in the shop's PIN.</source>
        <translation>Die PIN des Geschäfts eingeben.</translation>
    </message>
    <message>
        <source>Key in your own PIN, or scan your badge.</source>
        <translation>Die eigene PIN eingeben oder den Ausweis scannen.</translation>
    </message>
    <message>
        <source>Left; the name stays in History</source>
        <translation>Gegangen; der Name bleibt im Verlauf</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>Neue PIN noch einmal</translation>
    </message>
    <message>
        <source>New PIN, 4 to 8 digits</source>
        <translation>Neue PIN, 4 bis 8 Ziffern</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>No PIN and no badge</source>
        <translation>Ohne PIN und Ausweis</translation>
    </message>
    <message>
        <source>No PIN is set yet, so nothing asks for one.</source>
        <translation>Noch ist keine PIN gesetzt, also fragt nichts danach.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Nothing was changed. Begin anew and key it in.</source>
        <translation>Nichts wurde geändert. Neu beginnen und sie eingeben.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take another code.</source>
        <translation>Nichts wurde geändert. Einen anderen Code nehmen.</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>Alte PIN</translation>
    </message>
    <message>
        <source>Only with the PIN</source>
        <translation>Nur mit PIN</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN for Settings</source>
        <translation>PIN für Einstellungen</translation>
    </message>
    <message>
        <source>PIN for money back</source>
        <translation>PIN für Geld zurück</translation>
    </message>
    <message>
        <source>PIN for {act}</source>
        <translation>PIN für {act}</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN von {name}</translation>
    </message>
    <message>
        <source>PIN to close</source>
        <translation>PIN zum Schließen</translation>
    </message>
    <message>
        <source>PIN to hand over unpaid</source>
        <translation>PIN für unbezahlte Übergabe</translation>
    </message>
    <message>
        <source>Print badge</source>
        <translation>Ausweis drucken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Scan badge</source>
        <translation>Ausweis scannen</translation>
    </message>
    <message>
        <source>Scan the badge now</source>
        <translation>Jetzt den Ausweis scannen</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>PIN setzen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Somebody here has that name already.</source>
        <translation>Jemand hier heißt schon so.</translation>
    </message>
    <message>
        <source>Take PIN away</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>Take badge away</source>
        <translation>Ausweis entfernen</translation>
    </message>
    <message>
        <source>Tap your name or scan your badge. History says who did what.</source>
        <translation>Den eigenen Namen antippen oder den Ausweis scannen. Der Verlauf zeigt, wer was getan hat.</translation>
    </message>
    <message>
        <source>That PIN is not right. One more try, then Pult waits.</source>
        <translation>Diese PIN stimmt nicht. Noch ein Versuch, dann wartet Pult.</translation>
    </message>
    <message>
        <source>That PIN is not right. {count} more tries, then Pult waits.</source>
        <translation>Diese PIN stimmt nicht. Noch {count} Versuche, dann wartet Pult.</translation>
    </message>
    <message>
        <source>That is the badge of {name}</source>
        <translation>Das ist der Ausweis von {name}</translation>
    </message>
    <message>
        <source>The PIN cannot be looked at now. Orders are safe. Try again.</source>
        <translation>Die PIN lässt sich gerade nicht prüfen. Bestellungen sind sicher. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The badge was not kept</source>
        <translation>Der Ausweis wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The two new PINs differ.</source>
        <translation>Die zwei neuen PINs sind verschieden.</translation>
    </message>
    <message>
        <source>This needs the shop's PIN.</source>
        <translation>Dafür ist die PIN des Ladens nötig.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time}. Orders go on meanwhile.</source>
        <translation>Zu viele falsche PINs. In {time} erneut versuchen. Bestellungen laufen derweil weiter.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a little, then try again. Orders go on meanwhile.</source>
        <translation>Zu viele falsche PINs. Kurz warten, dann erneut versuchen. Bestellungen laufen derweil weiter.</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>What is done from now on is in this name.</source>
        <translation>Was ab jetzt geschieht, steht unter diesem Namen.</translation>
    </message>
    <message>
        <source>What needs the shop's PIN</source>
        <translation>Was die PIN des Ladens braucht</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Wer hier arbeitet</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Wer arbeitet hier?</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>Wer?</translation>
    </message>
    <message>
        <source>With PIN and badge</source>
        <translation>Mit PIN und Ausweis</translation>
    </message>
    <message>
        <source>With a PIN</source>
        <translation>Mit PIN</translation>
    </message>
    <message>
        <source>With a badge</source>
        <translation>Mit Ausweis</translation>
    </message>
    <message>
        <source>With names History says who did what. One tap on the name at the top changes it.</source>
        <translation>Mit Namen zeigt der Verlauf, wer was getan hat. Ein Tipp auf den Namen oben wechselt ihn.</translation>
    </message>
    <message>
        <source>Write it down for the owner. When it is lost, whoever keeps this PC resets it with “pult pin reset”.</source>
        <translation>Für den Inhaber aufschreiben. Geht sie verloren, setzt sie der Betreuer dieses PCs mit „pult pin reset“ zurück.</translation>
    </message>
    <message>
        <source>{name} works here</source>
        <translation>{name} arbeitet hier</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation>Pult holt die Bestellungen dieses Geräts.</translation>
    </message>
</context>
<context>
    <name>StopWindow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close it first, also where another user of this computer has it.</source>
        <translation>Schließen Sie es zuerst, auch wenn ein anderer Benutzer dieses Computers es offen hat.</translation>
    </message>
    <message>
        <source>Correct in the settings file what is named below, then start Pult again.</source>
        <translation>Berichtigen Sie in der Einstellungsdatei, was unten steht, und starten Sie Pult erneut.</translation>
    </message>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation>Nichts wurde geändert. Die Bestellungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Pult cannot start: it could not keep any orders</source>
        <translation>Pult kann nicht starten: Es könnte keine Bestellung aufbewahren</translation>
    </message>
    <message>
        <source>Pult cannot start: its settings cannot be used</source>
        <translation>Pult kann nicht starten: Die Einstellungen sind nicht brauchbar</translation>
    </message>
    <message>
        <source>Pult is open already, but does not answer here</source>
        <translation>Pult ist schon offen, antwortet hier aber nicht</translation>
    </message>
    <message>
        <source>Type “pult check” in a terminal: it names the command that helps.</source>
        <translation>Geben Sie „pult check“ in einem Terminal ein: Es nennt den Befehl, der hilft.</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>Details: {text}</source>
        <translation>Details: {text}</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Tun</translation>
    </message>
    <message>
        <source>Don't</source>
        <translation>Nicht tun</translation>
    </message>
</context>
<context>
    <name>Takeover</name>
    <message>
        <source>1 new order</source>
        <translation>1 neue Bestellung</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} mehr</translation>
    </message>
    <message>
        <source>{count} new orders</source>
        <translation>{count} neue Bestellungen</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Choose a logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause and sold out</source>
        <translation>Pause und ausverkauft</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Thekenbestellung</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>take-away</source>
        <translation>zum Mitnehmen</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>„{note}“</translation>
    </message>
</context>
<context>
    <name>TotalsList</name>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>Accepted orders alone</source>
        <translation>Nur angenommene</translation>
    </message>
    <message>
        <source>Accepted orders are summed here.</source>
        <translation>Hier werden angenommene Bestellungen summiert.</translation>
    </message>
    <message>
        <source>Close the totals</source>
        <translation>Summen schließen</translation>
    </message>
    <message>
        <source>Count new orders too</source>
        <translation>Neue mitzählen</translation>
    </message>
    <message>
        <source>New orders are counted too</source>
        <translation>Neue zählen mit</translation>
    </message>
    <message>
        <source>Nothing to make</source>
        <translation>Nichts zu machen</translation>
    </message>
    <message>
        <source>To make</source>
        <translation>Zu machen</translation>
    </message>
</context>
<context>
    <name>TouchMenu</name>
    <message>
        <source>All details</source>
        <translation>Alle Details</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>*Did slip {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation>*Kam Bon {number} heraus?* Pult endete während des Drucks. „{printer}“ ansehen.</translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation>*Kam Bon {number} heraus?* „{printer}“ antwortete nicht mehr. Nachsehen.</translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation>*Kam Bon {number} heraus?* „{printer}“ {cause}; danach druckt er ihn vielleicht noch von selbst.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation>*Kam der Stationsbon von {number} heraus?* Pult endete während des Drucks. „{printer}“ ansehen.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation>*Kam der Stationsbon von {number} heraus?* „{printer}“ antwortete nicht mehr. Nachsehen.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation>*Kam der Stationsbon von {number} heraus?* „{printer}“ {cause}; danach druckt er ihn vielleicht noch von selbst.</translation>
    </message>
    <message>
        <source>*Money taken, not accepted.* {why}. {amount} is kept here.</source>
        <translation>*Kassiert, aber nicht angenommen.* {why}. {amount} liegen hier.</translation>
    </message>
    <message>
        <source>*This order is not in {vendor}.* Here it goes on. Settle it under *Not in register*.</source>
        <translation>*Diese Bestellung ist nicht in {vendor}.* Hier läuft sie weiter. Unter *Nicht in der Kasse* klären.</translation>
    </message>
    <message>
        <source>*Your Accept may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation>*Ihr Annehmen hat {vendor} vielleicht nicht erreicht.* Nichts geht doppelt hinaus.</translation>
    </message>
    <message>
        <source>*Your Reject may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation>*Ihr Ablehnen hat {vendor} vielleicht nicht erreicht.* Nichts geht doppelt hinaus.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that it has this order.* Look there for {number}. The order goes on here; Pult does not send it again by itself.</source>
        <translation>*{vendor} hat nicht bestätigt, diese Bestellung zu haben.* Dort nach {number} sehen. Hier läuft sie weiter; Pult sendet sie nicht von selbst erneut.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that the payment failed.* Nothing is sent twice.</source>
        <translation>*{vendor} hat nicht bestätigt, dass die Zahlung gescheitert ist.* Nichts geht doppelt hinaus.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {amount}.* Keep the money, do not charge again.</source>
        <translation>*{vendor} hat {amount} nicht bestätigt.* Das Geld behalten, nicht noch einmal kassieren.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {move}.* You can go on; nothing is sent twice.</source>
        <translation>*{vendor} hat {move} nicht bestätigt.* Sie können weitermachen; nichts geht doppelt hinaus.</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.*</source>
        <translation>*{vendor} hat {move} verweigert.*</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Here the order goes on; set it there by hand.</source>
        <translation>*{vendor} hat {move} verweigert.* Hier läuft die Bestellung weiter; dort von Hand setzen.</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Keep the money. Look in {vendor} what it shows.</source>
        <translation>*{vendor} hat {move} verweigert.* Das Geld behalten. In {vendor} nachsehen, was dort steht.</translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it.</source>
        <translation>Hier steht sie so wie bei {vendor}.</translation>
    </message>
    <message>
        <source>It is not accepted; do not prepare it yet.</source>
        <translation>Sie ist nicht angenommen; noch nicht zubereiten.</translation>
    </message>
    <message>
        <source>It is not rejected; the customer waits.</source>
        <translation>Sie ist nicht abgelehnt; der Kunde wartet.</translation>
    </message>
    <message>
        <source>Nothing more is sent by itself.</source>
        <translation>Von selbst geht nichts mehr hinaus.</translation>
    </message>
    <message>
        <source>Pult asks again at {time}.</source>
        <translation>Pult fragt um {time} wieder.</translation>
    </message>
    <message>
        <source>Pult is asking.</source>
        <translation>Pult fragt gerade.</translation>
    </message>
    <message>
        <source>The printer</source>
        <translation>Der Drucker</translation>
    </message>
    <message>
        <source>Why: “{words}”.</source>
        <translation>Grund: „{words}“.</translation>
    </message>
    <message>
        <source>{vendor} has a state Pult does not know.</source>
        <translation>{vendor} hat einen Stand, den Pult nicht kennt.</translation>
    </message>
    <message>
        <source>{vendor} now wants {wanted}</source>
        <translation>{vendor} verlangt jetzt {wanted}</translation>
    </message>
    <message>
        <source>{vendor} refused it</source>
        <translation>{vendor} hat es verweigert</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”.</source>
        <translation>{vendor} sagt: „{words}“.</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} s</translation>
    </message>
</context>
<context>
    <name>Unpaid</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Hand over {number} unpaid</source>
        <translation>{number} unbezahlt übergeben</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation>Die Bestellung hat sich inzwischen geändert. Dies schließen und nachsehen.</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>Der Grund in Ihren Worten</translation>
    </message>
    <message>
        <source>Why is it not paid?</source>
        <translation>Warum ist nicht bezahlt?</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. The reason is kept in History.</source>
        <translation>{amount} bleiben unbezahlt. Der Grund bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is not told; the reason is in History.</source>
        <translation>{amount} bleiben unbezahlt. {vendor} erfährt es nicht; der Grund steht im Verlauf.</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is told that {number} was collected; the reason is kept in History.</source>
        <translation>{amount} bleiben unbezahlt. {vendor} erfährt, dass {number} abgeholt wurde; der Grund bleibt im Verlauf.</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Close Pult; an administrator then types: {command}</source>
        <translation>Pult schließen; danach tippt ein Administrator: {command}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Downloading Pult {version}…</source>
        <translation>Pult {version} wird heruntergeladen…</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>It can be installed once you have closed.</source>
        <translation>Nach Ladenschluss lässt es sich installieren.</translation>
    </message>
    <message>
        <source>It ends Pult and starts it again. Orders are kept.</source>
        <translation>Sie beendet Pult und startet es wieder. Bestellungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt suchen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche…</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Neuere Version</translation>
    </message>
    <message>
        <source>No newer Pult could be had</source>
        <translation>Ein neueres Pult war nicht zu bekommen</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>Wird nicht gesucht</translation>
    </message>
    <message>
        <source>Not looked for yet</source>
        <translation>Noch nicht gesucht</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Once a day, outside opening hours, Pult looks by itself.</source>
        <translation>Einmal am Tag, außerhalb der Öffnungszeiten, sucht Pult von selbst.</translation>
    </message>
    <message>
        <source>Pult ends for a few minutes. Orders are kept.</source>
        <translation>Pult ist für einige Minuten zu. Bestellungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Pult {version} is ready to install</source>
        <translation>Pult {version} ist bereit zur Installation</translation>
    </message>
    <message>
        <source>Pult {version} is there; it will not install itself while you are open.</source>
        <translation>Pult {version} ist da; es installiert sich nicht von selbst, während Sie geöffnet haben.</translation>
    </message>
    <message>
        <source>Tell the publisher.</source>
        <translation>Dem Herausgeber Bescheid geben.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this disk.</source>
        <translation>Die Datei lässt sich auf diesem Datenträger nicht ablegen.</translation>
    </message>
    <message>
        <source>The file is not what was signed.</source>
        <translation>Die Datei ist nicht die unterschriebene.</translation>
    </message>
    <message>
        <source>The newer Pult was not trusted</source>
        <translation>Dem neueren Pult ist nicht zu trauen</translation>
    </message>
    <message>
        <source>The publisher cannot be reached.</source>
        <translation>Der Herausgeber ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The publisher's address and key stand under Advanced, Newer versions.</source>
        <translation>Adresse und Schlüssel des Herausgebers stehen unter Erweitert, Neuere Versionen.</translation>
    </message>
    <message>
        <source>The publisher's address is odd.</source>
        <translation>Die Adresse des Herausgebers ist seltsam.</translation>
    </message>
    <message>
        <source>The publisher's list cannot be read.</source>
        <translation>Die Liste des Herausgebers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The publisher's list is older than what is known here.</source>
        <translation>Die Liste des Herausgebers ist älter als das, was hier bekannt ist.</translation>
    </message>
    <message>
        <source>The setup of {version} has started</source>
        <translation>Das Setup von {version} läuft</translation>
    </message>
    <message>
        <source>The way back is kept: {file}</source>
        <translation>Der Weg zurück bleibt erhalten: {file}</translation>
    </message>
    <message>
        <source>There is no file for this system.</source>
        <translation>Für dieses System gibt es keine Datei.</translation>
    </message>
    <message>
        <source>This is the newest</source>
        <translation>Das ist die neueste</translation>
    </message>
    <message>
        <source>What came is not signed by the publisher.</source>
        <translation>Was kam, hat nicht der Herausgeber unterschrieben.</translation>
    </message>
    <message>
        <source>What came is too large to be right.</source>
        <translation>Was kam, ist zu groß, um richtig zu sein.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>For {number}</source>
        <translation>Für {number}</translation>
    </message>
    <message>
        <source>Forget card</source>
        <translation>Karte vergessen</translation>
    </message>
    <message>
        <source>{card} waits. Open its order.</source>
        <translation>{card} wartet. Ihre Bestellung öffnen.</translation>
    </message>
    <message>
        <source>{card}: for {number}?</source>
        <translation>{card}: für {number}?</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Walkin</name>
    <message>
        <source>Add anyway</source>
        <translation>Trotzdem hinzufügen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Kept since {time}; not placed yet.</source>
        <translation>Seit {time} aufgehoben; noch nicht aufgenommen.</translation>
    </message>
    <message>
        <source>Key the amount in, or give the catalogue prices.</source>
        <translation>Den Betrag eingeben oder dem Katalog Preise geben.</translation>
    </message>
    <message>
        <source>Name or barcode</source>
        <translation>Name oder Barcode</translation>
    </message>
    <message>
        <source>Name or note</source>
        <translation>Name oder Notiz</translation>
    </message>
    <message>
        <source>Name or note, for slip and card</source>
        <translation>Name oder Notiz</translation>
    </message>
    <message>
        <source>No product found</source>
        <translation>Kein Produkt gefunden</translation>
    </message>
    <message>
        <source>No products with a price</source>
        <translation>Keine Produkte mit Preis</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Noch nichts gewählt</translation>
    </message>
    <message>
        <source>Nothing was placed. Press “Walk-in order” to go on.</source>
        <translation>Nichts wurde aufgenommen. Zum Weitermachen „Thekenbestellung“ drücken.</translation>
    </message>
    <message>
        <source>On sale again</source>
        <translation>Wieder erhältlich</translation>
    </message>
    <message>
        <source>Once placed it has a number, is in Preparing, and its slip is printed.</source>
        <translation>Nach der Aufnahme hat sie eine Nummer, ist in Arbeit, und ihr Bon wird gedruckt.</translation>
    </message>
    <message>
        <source>One less of {name}</source>
        <translation>Eins weniger: {name}</translation>
    </message>
    <message>
        <source>One more of {name}</source>
        <translation>Eins mehr: {name}</translation>
    </message>
    <message>
        <source>Place and pay</source>
        <translation>Aufnehmen und kassieren</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Placing…</source>
        <translation>Wird aufgenommen…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Search for a part of its name, or key the amount in.</source>
        <translation>Nach einem Teil des Namens suchen oder den Betrag eingeben.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Tap a product or scan its barcode.</source>
        <translation>Ein Produkt antippen oder seinen Barcode scannen.</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Thekenbestellung</translation>
    </message>
    <message>
        <source>Walk-in order kept, {amount}.</source>
        <translation>Thekenbestellung aufgehoben, {amount}.</translation>
    </message>
    <message>
        <source>What is sold</source>
        <translation>Was verkauft wird</translation>
    </message>
    <message>
        <source>With {count} from the catalogue, {amount}.</source>
        <translation>Mit {count} aus dem Katalog, {amount}.</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>{count} weitere: danach suchen</translation>
    </message>
    <message>
        <source>{name} is sold out today.</source>
        <translation>{name} ist heute ausverkauft.</translation>
    </message>
    <message>
        <source>{name}, sold out</source>
        <translation>{name}, ausverkauft</translation>
    </message>
</context>
<context>
    <name>Wedge</name>
    <message>
        <source>A scanner is typing: use it?</source>
        <translation>Ein Scanner tippt: verwenden?</translation>
    </message>
    <message>
        <source>A scanner that is not set up typed a code.</source>
        <translation>Ein nicht eingerichteter Scanner hat einen Code getippt.</translation>
    </message>
    <message>
        <source>A scanner types like a keyboard and is not set up yet.</source>
        <translation>Ein Scanner tippt wie eine Tastatur und ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>It works from now on.</source>
        <translation>Er geht ab jetzt.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Nothing was changed. Open Settings, Scanners to use it.</source>
        <translation>Nichts wurde geändert. Zum Verwenden Einstellungen, Scanner öffnen.</translation>
    </message>
    <message>
        <source>Pult reads it right; set it to {here} to be sure.</source>
        <translation>Pult liest ihn richtig; zur Sicherheit auf {here} stellen.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>The scanner could not be set up.</source>
        <translation>Der Scanner ließ sich nicht einrichten.</translation>
    </message>
    <message>
        <source>The scanner is set up.</source>
        <translation>Der Scanner ist eingerichtet.</translation>
    </message>
    <message>
        <source>The scanner types as on a {scanner} keyboard.</source>
        <translation>Der Scanner tippt wie auf einer Tastatur: {scanner}.</translation>
    </message>
    <message>
        <source>US</source>
        <translation>US</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>What it typed went into no field; nothing was changed.</source>
        <translation>Was er tippte, kam in kein Feld; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>WidthDialog</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>From 16 to 96 letters.</source>
        <translation>Von 16 bis 96 Zeichen.</translation>
    </message>
    <message>
        <source>Keep this width</source>
        <translation>Diese Breite behalten</translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>Letters a line, from 16 to 96</source>
        <translation>Zeichen je Zeile, von 16 bis 96</translation>
    </message>
    <message>
        <source>Line width of {printer}</source>
        <translation>Zeilenbreite von {printer}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Print the ruler first. The largest number that stands at the end of its own line is the width of this printer.</source>
        <translation>Zuerst das Lineal drucken. Die größte Zahl am Ende ihrer eigenen Zeile ist die Breite dieses Druckers.</translation>
    </message>
</context>
</TS>
