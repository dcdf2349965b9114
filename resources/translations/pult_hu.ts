<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hu" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Data folder</source>
        <translation>Adatmappa</translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation>Nincs: minden érték a Pult alapértéke</translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation>Rendelések (pult.sqlite3), naplók és a virtuális nyomtató blokkjai</translation>
    </message>
    <message>
        <source>Problem codes</source>
        <translation>Hibakódok</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Beállításfájl</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verzió</translation>
    </message>
</context>
<context>
    <name>Absence</name>
    <message>
        <source>Away {span}. {cause}.</source>
        <translation>Távol: {span}. {cause}.</translation>
    </message>
    <message>
        <source>Every vendor has been asked since; nothing is missing.</source>
        <translation>Azóta minden partnert megkérdeztünk; semmi sem hiányzik.</translation>
    </message>
    <message>
        <source>Everything this till had before is here. What it was sending is asked about.</source>
        <translation>Minden megvan, ami előtte itt volt. Amit épp küldött, arra rákérdezünk.</translation>
    </message>
    <message>
        <source>No order of that time has come in.</source>
        <translation>Abból az időből nem érkezett rendelés.</translation>
    </message>
    <message>
        <source>Others may be missing: look at {vendors} itself.</source>
        <translation>Mások hiányozhatnak: nézze meg ott: {vendors}.</translation>
    </message>
    <message>
        <source>Pult was closed</source>
        <translation>A Pult be volt zárva</translation>
    </message>
    <message>
        <source>Pult was stopped without being closed</source>
        <translation>A Pult bezárás nélkül állt le</translation>
    </message>
    <message>
        <source>This PC slept or stood still</source>
        <translation>Ez a gép aludt vagy állt</translation>
    </message>
    <message>
        <source>{orders} of that time came in since.</source>
        <translation>Azóta {orders} érkezett abból az időből.</translation>
    </message>
    <message>
        <source>{vendor} calls for each order and cannot be asked for them later. Look at {vendor} itself for orders of {span}.</source>
        <translation>{vendor} minden rendelésnél hív, utólag nem kérdezhető. A(z) {span} közötti rendeléseket ott nézze meg: {vendor}.</translation>
    </message>
    <message>
        <source>{vendor} has been asked since, and its list is whole.</source>
        <translation>{vendor}: azóta megkérdeztük, a lista teljes.</translation>
    </message>
    <message>
        <source>{vendor} has not answered yet. Pult asks by itself; until then look at {vendor}.</source>
        <translation>{vendor} még nem válaszolt. A Pult magától kérdez; addig nézze ott: {vendor}.</translation>
    </message>
</context>
<context>
    <name>AbsenceDesk</name>
    <message>
        <source>I have looked</source>
        <translation>Megnéztem</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Hol nézzem</translation>
    </message>
    <message>
        <source>While Pult was away</source>
        <translation>Amíg a Pult távol volt</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>Late · {waited}</source>
        <translation>Késik · {waited}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>most</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} nap</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ó</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} p</translation>
    </message>
</context>
<context>
    <name>BannerDesk</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n gond</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mutassa mindet</translation>
    </message>
</context>
<context>
    <name>BannerStack</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n gond</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mutassa mindet</translation>
    </message>
    <message>
        <source>{heads} · and {count} more</source>
        <translation>{heads} · és még {count}</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message>
        <source>Fewer details</source>
        <translation>Kevesebb részlet</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>További részletek</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>No sound</source>
        <translation>Nincs hang</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead</source>
        <translation>Nincs hang: a Pult villog helyette</translation>
    </message>
    <message>
        <source>Stop flashing</source>
        <translation>Villogás ki</translation>
    </message>
    <message>
        <source>Stop ringing</source>
        <translation>Csengetés ki</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Accepted orders come here.</source>
        <translation>Ide kerülnek az elfogadott rendelések.</translation>
    </message>
    <message>
        <source>Collect all older than …</source>
        <translation>Átadás: régebbi, mint …</translation>
    </message>
    <message>
        <source>Collect older …</source>
        <translation>Régebbiek átadása …</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Összecsukás</translation>
    </message>
    <message>
        <source>Later {count}</source>
        <translation>Később {count}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Új</translation>
    </message>
    <message>
        <source>No new orders</source>
        <translation>Nincs új rendelés</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>Nincs mit átadni</translation>
    </message>
    <message>
        <source>Nothing to prepare</source>
        <translation>Nincs mit készíteni</translation>
    </message>
    <message>
        <source>Older {count}</source>
        <translation>Régebbi {count}</translation>
    </message>
    <message>
        <source>On the way {count}</source>
        <translation>Úton {count}</translation>
    </message>
    <message>
        <source>Orders that are ready wait here.</source>
        <translation>Itt várnak a kész rendelések.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Készül</translation>
    </message>
    <message>
        <source>Pult rings when one comes.</source>
        <translation>A Pult csenget, ha jön egy.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Összesítő</translation>
    </message>
    <message>
        <source>first left {time}</source>
        <translation>az első {time} indult</translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>következő {time}</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>Back to the oldest</source>
        <translation>Vissza a legrégebbihez</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>még {count}</translation>
    </message>
</context>
<context>
    <name>CallOut</name>
    <message>
        <source>Order {number} is ready</source>
        <translation>{number} rendelés elkészült</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Lemondva</translation>
    </message>
    <message>
        <source>Cancelled by the customer</source>
        <translation>A vevő lemondta</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Máshol módosítva</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Collected elsewhere</source>
        <translation>Máshol átadva</translation>
    </message>
    <message>
        <source>Comes forward {time}</source>
        <translation>Előkerül: {time}</translation>
    </message>
    <message>
        <source>Delivery {time}</source>
        <translation>Szállítás {time}</translation>
    </message>
    <message>
        <source>Did the slip come out?</source>
        <translation>Kijött a blokk?</translation>
    </message>
    <message>
        <source>Did “{printer}” print it?</source>
        <translation>Kinyomtatta: „{printer}”?</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Visszaadandó</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>Visszaadandó: {amount}</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Visszatartva</translation>
    </message>
    <message>
        <source>Held until {time}</source>
        <translation>Visszatartva eddig: {time}</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Házhoz szállítás</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Késik</translation>
    </message>
    <message>
        <source>Late: ordered at {time}</source>
        <translation>Késik: rendelve {time}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nem vette át</translation>
    </message>
    <message>
        <source>Left, set elsewhere</source>
        <translation>Nem vette át (máshol beállítva)</translation>
    </message>
    <message>
        <source>Loyalty card for {number}</source>
        <translation>Hűségkártya: {number}</translation>
    </message>
    <message>
        <source>Money taken, not accepted</source>
        <translation>Pénz átvéve, nincs elfogadva</translation>
    </message>
    <message>
        <source>No card can be put to this order any more.</source>
        <translation>Ehhez a rendeléshez már nem adható kártya.</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Nincs blokk</translation>
    </message>
    <message>
        <source>No slip at “{printer}”</source>
        <translation>Nincs blokk itt: „{printer}”</translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation>Nincs blokk: nincs nyomtató</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nincs megerősítve</translation>
    </message>
    <message>
        <source>Not confirmed by {vendor}</source>
        <translation>{vendor} nem erősítette meg</translation>
    </message>
    <message>
        <source>Not in {vendor}</source>
        <translation>Nincs itt: {vendor}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Megjegyzés</translation>
    </message>
    <message>
        <source>Number of the card</source>
        <translation>A kártya száma</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Úton</translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation>Úton {time} óta</translation>
    </message>
    <message>
        <source>Payment failed, {amount}</source>
        <translation>Sikertelen fizetés, {amount}</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>A fizetés nincs megerősítve</translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation>Átvétel {time}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Pontok</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Visszatérítve</translation>
    </message>
    <message>
        <source>Refunded by {vendor}</source>
        <translation>Visszatérítette: {vendor}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Visszautasítva</translation>
    </message>
    <message>
        <source>Refused by {vendor}</source>
        <translation>Visszautasította: {vendor}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Pénztárgép</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Elutasítva</translation>
    </message>
    <message>
        <source>Rejected elsewhere</source>
        <translation>Máshol elutasítva</translation>
    </message>
    <message>
        <source>Scan the card now, or type its number:</source>
        <translation>Olvassa be most a kártyát, vagy írja be a számát:</translation>
    </message>
    <message>
        <source>Slip out?</source>
        <translation>Kijött?</translation>
    </message>
    <message>
        <source>Slip waits</source>
        <translation>Vár a blokk</translation>
    </message>
    <message>
        <source>Slip waits for paper</source>
        <translation>A blokk papírra vár</translation>
    </message>
    <message>
        <source>Slip waits for the printer</source>
        <translation>A blokk a nyomtatóra vár</translation>
    </message>
    <message>
        <source>Slip waits for “{printer}”</source>
        <translation>A blokk erre vár: „{printer}”</translation>
    </message>
    <message>
        <source>Slip waits: cover open</source>
        <translation>Vár a blokk: nyitott fedél</translation>
    </message>
    <message>
        <source>Sold out: {item}</source>
        <translation>Elfogyott: {item}</translation>
    </message>
    <message>
        <source>Sold out: {item} and {count} more</source>
        <translation>Elfogyott: {item} és még {count}</translation>
    </message>
    <message>
        <source>State not known</source>
        <translation>Ismeretlen állapot</translation>
    </message>
    <message>
        <source>Telling {vendor}</source>
        <translation>Értesítjük: {vendor}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Fizetendő</translation>
    </message>
    <message>
        <source>To pay {amount}</source>
        <translation>Fizetendő: {amount}</translation>
    </message>
    <message>
        <source>To pay: ask</source>
        <translation>Fizetendő: kérdezze meg</translation>
    </message>
    <message>
        <source>Trying again, {nth} time</source>
        <translation>Újra próbáljuk, {nth} alkalommal</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>Ezt a kártyát</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Vár</translation>
    </message>
    <message>
        <source>Waits for {vendor}</source>
        <translation>Erre vár: {vendor}</translation>
    </message>
    <message>
        <source>just come in</source>
        <translation>most érkezett</translation>
    </message>
    <message>
        <source>waiting {waited}</source>
        <translation>vár: {waited}</translation>
    </message>
    <message>
        <source>{move} not confirmed</source>
        <translation>{move}: nincs megerősítve</translation>
    </message>
    <message>
        <source>{number} twice</source>
        <translation>{number} kétszer</translation>
    </message>
    <message>
        <source>{vendor} not told yet</source>
        <translation>{vendor} még nem tudja</translation>
    </message>
    <message>
        <source>{vendor} says otherwise</source>
        <translation>{vendor} mást mond</translation>
    </message>
    <message>
        <source>“{printer}” out?</source>
        <translation>Kijött: „{printer}”?</translation>
    </message>
    <message>
        <source>“{printer}” waits for paper</source>
        <translation>„{printer}” papírra vár</translation>
    </message>
    <message>
        <source>“{printer}” waits: cover open</source>
        <translation>„{printer}” vár: nyitott fedél</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n termék</numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Vonalkód</translation>
    </message>
    <message>
        <source>Columns Pult does not know were left out: {columns}</source>
        <translation>A Pult által nem ismert oszlopok kimaradtak: {columns}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Pénznem</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Angol név</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportálás</translation>
    </message>
    <message>
        <source>Export the catalogue</source>
        <translation>Katalógus exportálása</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fájl</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation>Mappák és fájlok</translation>
    </message>
    <message>
        <source>German name</source>
        <translation>Német név</translation>
    </message>
    <message>
        <source>Hungarian name</source>
        <translation>Magyar név</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Katalógus importálása</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Fajta</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Sor</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>{line}. sor: {words}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Keresés…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Név</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>A fájl neve</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Új termék</translation>
    </message>
    <message>
        <source>No name yet: on {numbers}</source>
        <translation>Még nincs neve: {numbers}</translation>
    </message>
    <message>
        <source>One folder up</source>
        <translation>Egy mappával feljebb</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ár</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Termék</translation>
    </message>
    <message>
        <source>Product id</source>
        <translation>Termékazonosító</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Beolvasás</translation>
    </message>
    <message>
        <source>Register article</source>
        <translation>Pénztárgépi cikk</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eltávolítás</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Mentés</translation>
    </message>
    <message>
        <source>Spanish name</source>
        <translation>Spanyol név</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Részleg</translation>
    </message>
    <message>
        <source>Tap a file above, or write its path here</source>
        <translation>Koppintson fent egy fájlra, vagy írja ide az útvonalát</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ÁFA</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Mi változik</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Mi a baj</translation>
    </message>
    <message>
        <source>a quotation mark is missing or stands in the wrong place</source>
        <translation>egy idézőjel hiányzik vagy rossz helyen áll</translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of a long number: format the column as text</source>
        <translation>a táblázatkezelő ezt írta egy hosszú szám helyett: {value}; az oszlop formátuma legyen szöveg</translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of the barcode: format the column as text</source>
        <translation>a táblázatkezelő ezt írta a vonalkód helyett: {value}; az oszlop formátuma legyen szöveg</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>vesszők</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>nincs név</translation>
    </message>
    <message>
        <source>no product id</source>
        <translation>nincs termékazonosító</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nincs</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>pontosvesszők</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>tabulátorok</translation>
    </message>
    <message>
        <source>the VAT {value} is below 1 %: write 27 for 27 %</source>
        <translation>az ÁFA ({value}) 1 % alatt van: 27 % helyett 27-et írjon</translation>
    </message>
    <message>
        <source>the VAT {value} is not in 0 to 100 %</source>
        <translation>az ÁFA ({value}) nem 0 és 100 % közötti</translation>
    </message>
    <message>
        <source>the VAT “{value}” is not a number</source>
        <translation>az ÁFA („{value}”) nem szám</translation>
    </message>
    <message>
        <source>the barcode {value} has a wrong digit: its check digit does not fit</source>
        <translation>a vonalkód ({value}) egyik számjegye rossz: az ellenőrző szám nem stimmel</translation>
    </message>
    <message>
        <source>the barcode {value} has not 8, 12 or 13 digits</source>
        <translation>a vonalkód ({value}) nem 8, 12 vagy 13 számjegyű</translation>
    </message>
    <message>
        <source>the column {value} is none of name_en, name_hu, name_de, name_es</source>
        <translation>az oszlop ({value}) nem name_en, name_hu, name_de vagy name_es</translation>
    </message>
    <message>
        <source>the column {value} is there twice</source>
        <translation>kétszer van meg az oszlop: {value}</translation>
    </message>
    <message>
        <source>the file cannot be read: {value}</source>
        <translation>a fájl nem olvasható: {value}</translation>
    </message>
    <message>
        <source>the file ends in the middle of the row</source>
        <translation>a fájl a sor közepén véget ér</translation>
    </message>
    <message>
        <source>the file has a header, but no products</source>
        <translation>a fájlnak van fejléce, de nincs benne termék</translation>
    </message>
    <message>
        <source>the file has more than {value} MB</source>
        <translation>a fájl nagyobb, mint {value} MB</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>a fájl üres</translation>
    </message>
    <message>
        <source>the price {value} can be read in two ways: write it without a thousands mark</source>
        <translation>az ár ({value}) kétféleképpen olvasható: írja ezreselválasztó nélkül</translation>
    </message>
    <message>
        <source>the price {value} has more decimals than {other} has</source>
        <translation>az árban ({value}) több tizedesjegy van, mint amennyi {other} esetén lehet</translation>
    </message>
    <message>
        <source>the price {value} is below zero</source>
        <translation>az ár ({value}) nullánál kisebb</translation>
    </message>
    <message>
        <source>the price {value} is more than anything costs</source>
        <translation>az ár ({value}) nagyobb, mint bármi ára</translation>
    </message>
    <message>
        <source>the price “{value}” is not a number</source>
        <translation>az ár („{value}”) nem szám</translation>
    </message>
    <message>
        <source>the product id {value} stands in line {other} already</source>
        <translation>a termékazonosító ({value}) már szerepel a(z) {other}. sorban</translation>
    </message>
    <message>
        <source>the product id “{value}” has invisible letters or several spaces in it</source>
        <translation>a termékazonosítóban („{value}”) láthatatlan betűk vagy több szóköz van</translation>
    </message>
    <message>
        <source>there are more than {value} products</source>
        <translation>több mint {value} termék van benne</translation>
    </message>
    <message>
        <source>there is no column product_id</source>
        <translation>nincs product_id oszlop</translation>
    </message>
    <message>
        <source>there is none of the columns name_en, name_hu, name_de, name_es</source>
        <translation>nincs name_en, name_hu, name_de vagy name_es oszlop</translation>
    </message>
    <message>
        <source>this is a workbook, not a CSV file: save it as “CSV UTF-8”</source>
        <translation>ez munkafüzet, nem CSV-fájl: mentse „CSV UTF-8” formában</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <translation>ez nem szövegfájl</translation>
    </message>
    <message>
        <source>this product id is in the catalogue already</source>
        <translation>ez a termékazonosító már szerepel a katalógusban</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation>nem nyitható meg: {path}, {reason}</translation>
    </message>
    <message>
        <source>{value} cells where the header has {other}: put texts with commas in quotes</source>
        <translation>{value} cella, a fejlécben {other} van: a vesszőt tartalmazó szöveget tegye idézőjelbe</translation>
    </message>
    <message>
        <source>{value} has more than {other} letters</source>
        <translation>{value} hosszabb, mint {other} betű</translation>
    </message>
    <message>
        <source>{value} is no currency: write three letters, such as HUF or EUR</source>
        <translation>{value} nem pénznem: írjon három betűt, például HUF vagy EUR</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message numerus="yes">
        <source>%n products without a name</source>
        <translation>
            <numerusform>%n termék név nélkül</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back the previous catalogue</source>
        <translation>Előző katalógus vissza</translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation>Visszahozás…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportálás…</translation>
    </message>
    <message>
        <source>Import a CSV file, or add products one by one. Until then ids are shown.</source>
        <translation>Importáljon egy CSV-fájlt, vagy vegye fel egyenként a termékeket. Addig azonosítók látszanak.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importálás…</translation>
    </message>
    <message>
        <source>Looked in names, ids, barcodes, stations and articles.</source>
        <translation>Nevek, azonosítók, vonalkódok, részlegek és cikkek közt kerestük.</translation>
    </message>
    <message>
        <source>Name, product id, barcode or station</source>
        <translation>Név, termékazonosító, vonalkód vagy részleg</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Új termék</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Nincs találat erre: „{text}”</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Termékek</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Termék keresése</translation>
    </message>
    <message>
        <source>Sold out…</source>
        <translation>Elfogyott…</translation>
    </message>
    <message>
        <source>The catalogue is empty</source>
        <translation>A katalógus üres</translation>
    </message>
    <message>
        <source>They are on open orders; cards and slips show their ids. Tap one to name it.</source>
        <translation>Nyitott rendeléseken szerepelnek; a kártyán és a blokkon az azonosítójuk látszik. Koppintson rá, és adjon nevet.</translation>
    </message>
    <message>
        <source>Until {time} there was another catalogue, of {products}.</source>
        <translation>{time}-ig másik katalógus volt, benne {products}.</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Imported: {added} new, {changed} changed, {removed} removed.</source>
        <translation>Importálva: {added} új, {changed} módosult, {removed} eltávolítva.</translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation>A Pult nem tudott menteni. A katalógus maradt, ahogy volt.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>A fájl olvasása…</translation>
    </message>
    <message>
        <source>The previous catalogue is back.</source>
        <translation>Visszakerült az előző katalógus.</translation>
    </message>
    <message>
        <source>There is no previous catalogue.</source>
        <translation>Nincs előző katalógus.</translation>
    </message>
    <message>
        <source>{path}: {problem}. Choose another folder.</source>
        <translation>{path}: {problem}. Válasszon másik mappát.</translation>
    </message>
    <message>
        <source>{products} written to {path}.</source>
        <translation>{products} kiírva ide: {path}.</translation>
    </message>
    <message>
        <source>{product} is removed.</source>
        <translation>Eltávolítva: {product}.</translation>
    </message>
    <message>
        <source>{product} is saved.</source>
        <translation>Elmentve: {product}.</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message numerus="yes">
        <source>%n orders are not in {register}</source>
        <translation>
            <numerusform>%n rendelés nincs itt: {register}</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the other program that uses the port. Pult tries again by itself.</source>
        <translation>Zárja be a másik programot, amely a portot használja. A Pult magától újra próbálja.</translation>
    </message>
    <message>
        <source>Delete what is not needed, or empty the bin.</source>
        <translation>Törölje, ami nem kell, vagy ürítse ki a kukát.</translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation>Kijött a blokk: {number}?</translation>
    </message>
    <message>
        <source>Did these slips come out?</source>
        <translation>Kijöttek ezek a blokkok?</translation>
    </message>
    <message>
        <source>Do not delete anything in Pult's own folder.</source>
        <translation>A Pult saját mappájából ne töröljön semmit.</translation>
    </message>
    <message>
        <source>Do not switch the till off while orders are in work.</source>
        <translation>Ne kapcsolja ki a pénztárt, amíg rendelések vannak folyamatban.</translation>
    </message>
    <message>
        <source>Do not wait for new orders here: look on the vendor's own tablet.</source>
        <translation>Ne itt várja az új rendeléseket: nézze a partner táblagépét.</translation>
    </message>
    <message>
        <source>Else change the port in Settings, Advanced.</source>
        <translation>Ha nem megy, módosítsa a portot: Beállítások, Haladó.</translation>
    </message>
    <message>
        <source>Free some space on the disk. Pult tries again by itself.</source>
        <translation>Szabadítson fel helyet a lemezen. A Pult magától újra próbálja.</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Üzenet elrejtése</translation>
    </message>
    <message>
        <source>Kitchen and hand-over go on. Settle it here, or ring it up by hand.</source>
        <translation>A konyha és az átadás megy tovább. Rendezze itt, vagy üsse be kézzel.</translation>
    </message>
    <message>
        <source>Look at slips</source>
        <translation>Blokkok megnézése</translation>
    </message>
    <message>
        <source>Look whether a second Pult runs on this computer.</source>
        <translation>Nézze meg, nem fut-e egy második Pult ezen a gépen.</translation>
    </message>
    <message>
        <source>Look whether the disk is still plugged in.</source>
        <translation>Nézze meg, be van-e még dugva a lemez.</translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation>Nincs a pénztárgépben</translation>
    </message>
    <message>
        <source>Nothing is lost here. Ask {vendor} whether a customer waits for it.</source>
        <translation>Itt semmi sem veszett el. Kérdezze meg: {vendor}, vár-e rá vevő.</translation>
    </message>
    <message>
        <source>Old slips wait: print them?</source>
        <translation>Régi blokkok várnak: kinyomtassuk?</translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away for now.</source>
        <translation>A rendelések biztonságban vannak, újat most nem veszünk fel.</translation>
    </message>
    <message>
        <source>Orders on the board are safe; a vendor calls again for new ones.</source>
        <translation>A rendelések biztonságban vannak; a partner az újakkal ismét jelentkezik.</translation>
    </message>
    <message>
        <source>Press the button again that did nothing.</source>
        <translation>Nyomja meg újra a gombot, amelyik nem csinált semmit.</translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation>A Pult nem tud menteni</translation>
    </message>
    <message>
        <source>Pult cannot take calls from vendors</source>
        <translation>A Pult nem tud hívást fogadni a partnerektől</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mutassa őket</translation>
    </message>
    <message>
        <source>Slips to ask about</source>
        <translation>Kérdéses blokkok</translation>
    </message>
    <message>
        <source>Unknown to their vendor</source>
        <translation>A partner nem ismeri</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Mi a teendő</translation>
    </message>
    <message>
        <source>{numbers} and {count} more</source>
        <translation>{numbers} és még {count}</translation>
    </message>
    <message>
        <source>{numbers}. Orders go on. Look at the printer, then answer here.</source>
        <translation>{numbers}. A rendelések mennek tovább. Nézze meg a nyomtatót, és válaszoljon itt.</translation>
    </message>
    <message>
        <source>{number} is not in {register}</source>
        <translation>{number} nincs itt: {register}</translation>
    </message>
    <message numerus="yes">
        <source>{vendor} sent %n orders it does not know itself</source>
        <translation>
            <numerusform>{vendor} %n olyan rendelést küldött, amelyet maga sem ismer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeBand</name>
    <message>
        <source>Give change</source>
        <translation>Visszajáró</translation>
    </message>
    <message>
        <source>No change to give</source>
        <translation>Nincs visszajáró</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Részösszeg</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>{amount} hiányzik</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Choose {choice}</source>
        <translation>Választás: {choice}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Orders are safe, but times on screen and slips are wrong. Have date and time of this PC set.</source>
        <translation>A rendelések biztonságban vannak, de az időpontok a képernyőn és a blokkokon hibásak. Állíttassa be a gép dátumát és idejét.</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong.</source>
        <translation>Ennek a gépnek az órája rosszul jár.</translation>
    </message>
    <message>
        <source>The clock of this PC is {span} fast</source>
        <translation>Ennek a gépnek az órája {span} siet</translation>
    </message>
    <message>
        <source>The clock of this PC is {span} slow</source>
        <translation>Ennek a gépnek az órája {span} késik</translation>
    </message>
</context>
<context>
    <name>ClosedBand</name>
    <message>
        <source>Open</source>
        <translation>Megnyitás</translation>
    </message>
    <message>
        <source>Open this till</source>
        <translation>Pénztár megnyitása</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Accept</source>
        <translation>Elfogad</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Összeg</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Came in meanwhile</source>
        <translation>Közben érkezett</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Rendelés törlése</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kártya</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Készpénz</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Visszaadott készpénz</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>Átvett készpénz</translation>
    </message>
    <message>
        <source>Change brought</source>
        <translation>Váltópénz érkezett</translation>
    </message>
    <message>
        <source>Close for today</source>
        <translation>Zárás mára</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Műszak zárása</translation>
    </message>
    <message>
        <source>Closed since {since} by {name}. New orders are kept: they ring when you open.</source>
        <translation>Zárva {since} óta, zárta: {name}. Az új rendelések megmaradnak: nyitáskor csengenek.</translation>
    </message>
    <message>
        <source>Closed since {since}. New orders are kept: they ring when you open.</source>
        <translation>Zárva {since} óta. Az új rendelések megmaradnak: nyitáskor csengetnek.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Zárás</translation>
    </message>
    <message>
        <source>Collect all ready ({count})</source>
        <translation>Minden kész átadása ({count})</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Count notes and coins</source>
        <translation>Bankjegyek és érmék számolása</translation>
    </message>
    <message>
        <source>Count the drawer and key it in.</source>
        <translation>Számolja meg a fiókot, és üsse be.</translation>
    </message>
    <message>
        <source>Count what lies in the drawer to give change with.</source>
        <translation>Számolja meg a fiókban lévő váltópénzt.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Megszámolva</translation>
    </message>
    <message>
        <source>Counted in the drawer</source>
        <translation>A fiókban megszámolva</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Pénznem</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Napi lap</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Letét</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Eltérés</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Fiók</translation>
    </message>
    <message>
        <source>Drawer opened at {time}, no sale</source>
        <translation>Pénztárfiók kinyitva {time}, eladás nélkül</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Pénztárfiók kinyitva eladás nélkül</translation>
    </message>
    <message>
        <source>Drawer · {hours}</source>
        <translation>Fiók · {hours}</translation>
    </message>
    <message>
        <source>Earlier shifts</source>
        <translation>Korábbi műszakok</translation>
    </message>
    <message>
        <source>Everything is confirmed.</source>
        <translation>Minden meg van erősítve.</translation>
    </message>
    <message>
        <source>Everything is paid.</source>
        <translation>Minden ki van fizetve.</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>A fiókban várható</translation>
    </message>
    <message>
        <source>Expected {amount}</source>
        <translation>Várható: {amount}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Számok</translation>
    </message>
    <message>
        <source>Figures: {shift}</source>
        <translation>Számok: {shift}</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Váltópénz</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>Váltópénz a fiókban</translation>
    </message>
    <message>
        <source>For another day: {count}. They stay on the board.</source>
        <translation>Másik napra: {count}. A táblán maradnak.</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Fizetés nélkül átadva</translation>
    </message>
    <message>
        <source>How many: {piece}</source>
        <translation>Hány darab: {piece}</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Saját szavaival</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nem vette át</translation>
    </message>
    <message>
        <source>Money taken here</source>
        <translation>Itt átvett pénz</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Nincs eltérés</translation>
    </message>
    <message>
        <source>No order stands on the board.</source>
        <translation>Nincs rendelés a táblán.</translation>
    </message>
    <message>
        <source>No printer of this till prints slips.</source>
        <translation>A pénztár egyik nyomtatója sem nyomtat blokkot.</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>Nincs nyitott műszak</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nincs megerősítve</translation>
    </message>
    <message>
        <source>Not in the drawer</source>
        <translation>Nincs a fiókban</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nincs fizetve</translation>
    </message>
    <message>
        <source>Not written: {path}: {reason}.</source>
        <translation>Nem lett kiírva: {path}: {reason}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Megjegyzés</translation>
    </message>
    <message>
        <source>Note, may stay empty</source>
        <translation>Megjegyzés, üres is lehet</translation>
    </message>
    <message>
        <source>Nothing is to be settled.</source>
        <translation>Nincs rendezendő.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Semmi.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Úton</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Megnyitás</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Fiók nyitása</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>Lista megnyitása</translation>
    </message>
    <message>
        <source>Open list: {text}</source>
        <translation>Lista megnyitása: {text}</translation>
    </message>
    <message>
        <source>Open one when somebody takes over the drawer. Selling goes on without it.</source>
        <translation>Nyisson egyet, ha valaki átveszi a fiókot. Az eladás nélküle is megy.</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Műszak nyitása</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Rendelések</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Egyéb</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Más ok</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Kiesések</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Befizetve</translation>
    </message>
    <message>
        <source>Paid in at {time}</source>
        <translation>Befizetve: {time}</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Kifizetve a fiókból</translation>
    </message>
    <message>
        <source>Paid out at {time}</source>
        <translation>Kifizetve: {time}</translation>
    </message>
    <message>
        <source>Parts of Closing</source>
        <translation>A zárás részei</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Befizetés</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Kifizetés a fiókból</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Nyomtatás</translation>
    </message>
    <message>
        <source>Printed by “{printer}”.</source>
        <translation>Kinyomtatta: „{printer}”.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Nyomtatás…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Elutasít</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Rendezés</translation>
    </message>
    <message>
        <source>Settle it: {number}</source>
        <translation>Rendezés: {number}</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Műszak</translation>
    </message>
    <message>
        <source>Shift · {hours}</source>
        <translation>Műszak · {hours}</translation>
    </message>
    <message>
        <source>Since the last shift was closed. It belongs to the next one, not to its float:</source>
        <translation>Az utolsó műszak zárása óta. A következőhöz tartozik, de nem a váltópénzéhez:</translation>
    </message>
    <message>
        <source>Since {since}, still open</source>
        <translation>{since} óta, még nyitva</translation>
    </message>
    <message>
        <source>Slips that wait for {printer}</source>
        <translation>Blokkok, amelyek erre várnak: {printer}</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Személyzet</translation>
    </message>
    <message>
        <source>Still on the board</source>
        <translation>Még a táblán</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Beszállító</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Következő nap</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Előző nap</translation>
    </message>
    <message>
        <source>The drawer without a sale</source>
        <translation>A pénztárfiók eladás nélkül</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Borravaló</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Befejezendő</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Rendezendő</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>Bankba</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Ma</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Mind visszavonása</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Mire?</translation>
    </message>
    <message>
        <source>What is still open stays on the board.</source>
        <translation>Ami még nyitott, a táblán marad.</translation>
    </message>
    <message>
        <source>While closed, new orders are kept without ringing or being accepted by themselves. They ring when you open. Vendors are not told: customers can still order there.</source>
        <translation>Zárva az új rendelések csengetés és automatikus elfogadás nélkül megmaradnak, nyitáskor csengetnek. A partnerek nem értesülnek: a vevők ott továbbra is rendelhetnek.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Kiírás</translation>
    </message>
    <message>
        <source>Write CSV</source>
        <translation>CSV kiírása</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Kiírva ide: {path}.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>lemondva</translation>
    </message>
    <message>
        <source>closed by {name}</source>
        <translation>zárta: {name}</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>átadva</translation>
    </message>
    <message>
        <source>handed over unpaid</source>
        <translation>fizetés nélkül átadva</translation>
    </message>
    <message>
        <source>left</source>
        <translation>nem vette át</translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation>hűségpontok</translation>
    </message>
    <message>
        <source>loyalty points given back</source>
        <translation>hűségpontok visszaadva</translation>
    </message>
    <message>
        <source>opened by {name}</source>
        <translation>nyitotta: {name}</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>elutasítva</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>még nyitott</translation>
    </message>
    <message>
        <source>the failed payment</source>
        <translation>a sikertelen fizetés</translation>
    </message>
    <message>
        <source>the order at the register</source>
        <translation>a rendelés a pénztárgépnél</translation>
    </message>
    <message>
        <source>the payment</source>
        <translation>a fizetés</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>{amount} hiányzik</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>{amount} többlet</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} p</translation>
    </message>
    <message>
        <source>{figure} ({currency})</source>
        <translation>{figure} ({currency})</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ó {minutes} p</translation>
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
        <translation>{since} – {until}</translation>
    </message>
    <message>
        <source>{taken} taken, {returned} given back</source>
        <translation>{taken} átvéve, {returned} visszaadva</translation>
    </message>
    <message>
        <source>{vendor} · handed over unpaid · since {since}</source>
        <translation>{vendor} · fizetés nélkül átadva · {since} óta</translation>
    </message>
    <message>
        <source>{vendor} · money goes back · since {since}</source>
        <translation>{vendor} · pénz jár vissza · {since} óta</translation>
    </message>
    <message>
        <source>{vendor} · nobody has confirmed it · since {since}</source>
        <translation>{vendor} · senki sem erősítette meg · {since} óta</translation>
    </message>
    <message>
        <source>{vendor} · payment failed · since {since}</source>
        <translation>{vendor} · sikertelen fizetés · {since} óta</translation>
    </message>
    <message>
        <source>{vendor} · settle it there · since {since}</source>
        <translation>{vendor} · ott rendezendő · {since} óta</translation>
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
        <translation>{vendor} · {state} · {since} óta</translation>
    </message>
    <message>
        <source>{what}, by {vendor}</source>
        <translation>{what}, {vendor}</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>A code was not readable and was dropped.</source>
        <translation>Egy kód nem volt olvasható, eldobtuk.</translation>
    </message>
    <message>
        <source>A fault of Pult's own; the log holds the details.</source>
        <translation>A Pult saját hibája; a részletek a naplóban vannak.</translation>
    </message>
    <message>
        <source>A newer Pult was looked for and could not be had; nothing was changed.</source>
        <translation>Nem sikerült újabb Pultot letölteni; semmi sem változott.</translation>
    </message>
    <message>
        <source>A scanner is not there.</source>
        <translation>Egy olvasó nincs meg.</translation>
    </message>
    <message>
        <source>It is not known whether a slip came out.</source>
        <translation>Nem tudni, kijött-e egy blokk.</translation>
    </message>
    <message>
        <source>It is not known whether the vendor heard it. Pult asks by itself.</source>
        <translation>Nem tudni, hallotta-e a partner. A Pult magától rákérdez.</translation>
    </message>
    <message>
        <source>Letters on a slip are printed as ?, since the printer does not have them.</source>
        <translation>A blokkon egyes betűk helyén ? áll, mert a nyomtatóban nincsenek meg.</translation>
    </message>
    <message>
        <source>No printer prints slips.</source>
        <translation>Egyik nyomtató sem nyomtat blokkot.</translation>
    </message>
    <message>
        <source>Pult cannot save: look at the disk.</source>
        <translation>A Pult nem tud menteni: nézze meg a lemezt.</translation>
    </message>
    <message>
        <source>Pult stopped by itself and was started again; all orders are kept.</source>
        <translation>A Pult magától leállt és újraindult; minden rendelés megvan.</translation>
    </message>
    <message>
        <source>Slips wait until the printer is well.</source>
        <translation>A blokkok várnak, míg a nyomtató rendben lesz.</translation>
    </message>
    <message>
        <source>Somebody else changed the order.</source>
        <translation>Valaki más módosította a rendelést.</translation>
    </message>
    <message>
        <source>Somebody else ended the order.</source>
        <translation>Valaki más lezárta a rendelést.</translation>
    </message>
    <message>
        <source>Somebody else was first at the vendor; what was pressed here was not sent.</source>
        <translation>Valaki más előbb járt a partnernél; ami itt volt megnyomva, nem ment el.</translation>
    </message>
    <message>
        <source>The amount was not read again in time, so no payment was noted.</source>
        <translation>Az összeget nem sikerült időben újra lekérni, ezért nincs fizetés feljegyezve.</translation>
    </message>
    <message>
        <source>The cash drawer did not open; the payment is noted all the same.</source>
        <translation>A pénztárfiók nem nyílt ki; a fizetés így is fel van jegyezve.</translation>
    </message>
    <message>
        <source>The clock of this PC differs from the vendors' by five minutes or more.</source>
        <translation>Ennek a gépnek az órája öt perccel vagy többel eltér a partnerekétől.</translation>
    </message>
    <message>
        <source>The order had moved on: what was pressed is no longer possible.</source>
        <translation>A rendelés már továbbment: amit megnyomtak, már nem lehetséges.</translation>
    </message>
    <message>
        <source>The shop's PIN was not keyed in for this, or too long ago.</source>
        <translation>Ehhez nem adták meg az üzlet PIN-kódját, vagy túl régen.</translation>
    </message>
    <message>
        <source>The vendor answered in words Pult does not know.</source>
        <translation>A partner olyan szavakkal felelt, amelyeket a Pult nem ismer.</translation>
    </message>
    <message>
        <source>The vendor does not accept the key, or an id is another shop's.</source>
        <translation>A partner nem fogadja el a kulcsot, vagy egy azonosító másik bolté.</translation>
    </message>
    <message>
        <source>The vendor does not answer. Work goes on; what was pressed is sent later.</source>
        <translation>A partner nem válaszol. A munka megy tovább; amit megnyomtak, később elmegy.</translation>
    </message>
    <message>
        <source>The vendor has the order otherwise than this till.</source>
        <translation>A partnernél másképp áll a rendelés, mint itt.</translation>
    </message>
    <message>
        <source>The vendor named an order and does not know it itself.</source>
        <translation>A partner megnevezett egy rendelést, amelyet maga sem ismer.</translation>
    </message>
    <message>
        <source>The vendor refused; its reason is shown.</source>
        <translation>A partner visszautasította; az oka látható.</translation>
    </message>
    <message>
        <source>The vendor was asked for a number and gave no order; its reason is shown.</source>
        <translation>A partnertől számot kértünk, de nem adott rendelést; az oka látható.</translation>
    </message>
    <message>
        <source>The vendor's calls do not reach this till.</source>
        <translation>A partner hívásai nem érik el ezt a pénztárt.</translation>
    </message>
    <message>
        <source>What came as a newer Pult is not as its publisher signed it; it was not installed.</source>
        <translation>Ami újabb Pultként jött, nem az, amit a kiadó aláírt; nem lett telepítve.</translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>All</source>
        <translation>Mind</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Changed elsewhere: open it and press Seen</source>
        <translation>Máshol módosítva: nyissa meg, és nyomja meg: Láttam</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Átadás</translation>
    </message>
    <message>
        <source>Collect 1 order</source>
        <translation>1 rendelés átadása</translation>
    </message>
    <message>
        <source>Collect all older than …</source>
        <translation>Átadás: régebbi, mint …</translation>
    </message>
    <message>
        <source>Collect {count} orders</source>
        <translation>{count} rendelés átadása</translation>
    </message>
    <message>
        <source>Collect {order}, ready for {waited}</source>
        <translation>Átadás: {order}, kész {waited} óta</translation>
    </message>
    <message>
        <source>It can be undone for {seconds} s, then their vendors are told.</source>
        <translation>{seconds} mp-ig visszavonható, aztán a partnerek értesülnek.</translation>
    </message>
    <message>
        <source>It cannot be told: open it</source>
        <translation>Nem jelezhető: nyissa meg</translation>
    </message>
    <message>
        <source>No order is ready.</source>
        <translation>Nincs kész rendelés.</translation>
    </message>
    <message>
        <source>No ready order has waited {age} or longer.</source>
        <translation>Egy kész rendelés sem vár {age} vagy régebb óta.</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Régebbi, mint</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Úton</translation>
    </message>
    <message>
        <source>Their vendors are told at once. It cannot be undone.</source>
        <translation>A partnerek azonnal értesülnek. Nem vonható vissza.</translation>
    </message>
    <message>
        <source>What is to be paid is not known: open it</source>
        <translation>Nem tudni, mennyi a fizetendő: nyissa meg</translation>
    </message>
    <message>
        <source>{amount} is to be paid first</source>
        <translation>Előbb {amount} fizetendő</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ó</translation>
    </message>
</context>
<context>
    <name>ColouredButton</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} mp</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>oldest {waited}</source>
        <translation>legrégebbi: {waited}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n példány</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n tétel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n rendelés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n másodperc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips</source>
        <translation>
            <numerusform>%n blokk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n blokk vár</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>%n alkalommal kérdezve</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>Customer display</source>
        <translation>Vevőkijelző</translation>
    </message>
    <message>
        <source>No numbers.</source>
        <translation>Nincs szám.</translation>
    </message>
    <message>
        <source>Orders go on. Plug the screen in: the customer display comes back.</source>
        <translation>A rendelések mennek tovább. Dugja be a képernyőt: a vevőkijelző visszajön.</translation>
    </message>
    <message>
        <source>Orders go on. Plug “{screen}” in, or choose another screen in the settings.</source>
        <translation>A rendelések mennek tovább. Dugja be: „{screen}”, vagy válasszon másik képernyőt a beállításokban.</translation>
    </message>
    <message>
        <source>Preparing: {numbers}.</source>
        <translation>Készül: {numbers}.</translation>
    </message>
    <message>
        <source>Ready: {numbers}.</source>
        <translation>Kész: {numbers}.</translation>
    </message>
    <message>
        <source>There is no second screen for customers.</source>
        <translation>Nincs második képernyő a vevőknek.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Month after</source>
        <translation>Következő hónap</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Előző hónap</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Card</source>
        <translation>Kártya</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Szám</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Termék</translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>Accept an order: its slip comes here.</source>
        <translation>Fogadjon el egy rendelést: ide jön a blokkja.</translation>
    </message>
    <message>
        <source>Any code</source>
        <translation>Bármilyen kód</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kód</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Vevőkijelző</translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation>Még nincs blokk</translation>
    </message>
    <message>
        <source>Pult demo: slips and scanner</source>
        <translation>Pult demó: blokkok és olvasó</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>Kód beolvasása</translation>
    </message>
    <message>
        <source>Simulated printer and scanner</source>
        <translation>Szimulált nyomtató és olvasó</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Egy próbablokk úton van. Nézze meg, kijön-e.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Kérdezés…</translation>
    </message>
</context>
<context>
    <name>DeviceTabs</name>
    <message>
        <source>Find printers</source>
        <translation>Nyomtatók keresése</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Opening…</source>
        <translation>Megnyitás…</translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation>A Pult előveszi a pénztár rendeléseit.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Accept pressed</source>
        <translation>Elfogad megnyomva</translation>
    </message>
    <message>
        <source>Accepted by itself</source>
        <translation>Magától elfogadva</translation>
    </message>
    <message>
        <source>Brought back to the board</source>
        <translation>Visszahozva a táblára</translation>
    </message>
    <message>
        <source>By itself, as set up</source>
        <translation>Magától, beállítás szerint</translation>
    </message>
    <message>
        <source>Came forward to be prepared</source>
        <translation>Előkerült elkészítésre</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Customer's data erased</source>
        <translation>A vevő adatai törölve</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Fizetés nélkül átadva</translation>
    </message>
    <message>
        <source>Held: {vendor} is paused</source>
        <translation>Visszatartva: {vendor} szünetel</translation>
    </message>
    <message>
        <source>Its money was used for {number}</source>
        <translation>Pénze ehhez lett felhasználva: {number}</translation>
    </message>
    <message>
        <source>Keyed in</source>
        <translation>Itt beütve</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nem vette át</translation>
    </message>
    <message>
        <source>Loyalty card noted</source>
        <translation>Hűségkártya feljegyezve</translation>
    </message>
    <message>
        <source>Loyalty card removed</source>
        <translation>Hűségkártya eltávolítva</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Pénz visszaadva</translation>
    </message>
    <message>
        <source>Money to give back</source>
        <translation>Visszaadandó pénz</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Áthelyezve</translation>
    </message>
    <message>
        <source>No longer held: it rings</source>
        <translation>Már nincs visszatartva: csenget</translation>
    </message>
    <message>
        <source>Not accepted by itself</source>
        <translation>Magától nincs elfogadva</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Itt nincs fizetnivaló</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Úton</translation>
    </message>
    <message>
        <source>Order cancelled here</source>
        <translation>Rendelés itt törölve</translation>
    </message>
    <message>
        <source>Payment changed</source>
        <translation>Fizetés módosult</translation>
    </message>
    <message>
        <source>Payment due</source>
        <translation>Fizetendő</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Sikertelen fizetés</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>A fizetés nincs megerősítve</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Kifizetve</translation>
    </message>
    <message>
        <source>Print again pressed</source>
        <translation>Újranyomtatás megnyomva</translation>
    </message>
    <message>
        <source>Printed again on “{printer}”</source>
        <translation>Újranyomtatva itt: „{printer}”</translation>
    </message>
    <message>
        <source>Printed again: no answer</source>
        <translation>Újranyomtatás: nincs válasz</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Reject pressed</source>
        <translation>Elutasít megnyomva</translation>
    </message>
    <message>
        <source>Rejected by the pause: {reason}</source>
        <translation>A szünet elutasította: {reason}</translation>
    </message>
    <message>
        <source>Reprint sent to “{printer}”, which cannot confirm</source>
        <translation>Újranyomtatás elküldve ide: „{printer}”; nem tudja megerősíteni</translation>
    </message>
    <message>
        <source>Reprint withdrawn</source>
        <translation>Újranyomtatás visszavonva</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Láttam</translation>
    </message>
    <message>
        <source>Settled: noted at {vendor}</source>
        <translation>Rendezve: feljegyezve itt: {vendor}</translation>
    </message>
    <message>
        <source>Settled: refunded at {vendor}</source>
        <translation>Rendezve: visszatérítve itt: {vendor}</translation>
    </message>
    <message>
        <source>Settled: {vendor} was told</source>
        <translation>Rendezve: {vendor} értesítve</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation>A blokk ide megy: „{printer}”</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}” instead of “{before}”</source>
        <translation>A blokk ide megy: „{printer}”, „{before}” helyett</translation>
    </message>
    <message>
        <source>Slip printed on “{printer}”</source>
        <translation>Blokk kinyomtatva: „{printer}”</translation>
    </message>
    <message>
        <source>Slip scanned</source>
        <translation>Blokk beolvasva</translation>
    </message>
    <message>
        <source>Slip scanned to hand over</source>
        <translation>Blokk beolvasva átadáshoz</translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm</source>
        <translation>Blokk elküldve ide: „{printer}”; nem tudja megerősíteni</translation>
    </message>
    <message>
        <source>Slip withdrawn before it was printed</source>
        <translation>Blokk visszavonva nyomtatás előtt</translation>
    </message>
    <message>
        <source>Slip: no answer from “{printer}”</source>
        <translation>Blokk: „{printer}” nem válaszol</translation>
    </message>
    <message>
        <source>Staff gave the slip up</source>
        <translation>A blokkról lemondtak</translation>
    </message>
    <message>
        <source>Staff gave the station slip up</source>
        <translation>A részlegblokkról lemondtak</translation>
    </message>
    <message>
        <source>Staff had the slip printed</source>
        <translation>A blokkot kinyomtatták</translation>
    </message>
    <message>
        <source>Staff had the station slip printed</source>
        <translation>A részlegblokkot kinyomtatták</translation>
    </message>
    <message>
        <source>Staff looked at the slip</source>
        <translation>A blokkot megnézték</translation>
    </message>
    <message>
        <source>Staff settled {move}</source>
        <translation>Rendezték: {move}</translation>
    </message>
    <message>
        <source>Staff: the slip came out</source>
        <translation>Személyzet: kijött a blokk</translation>
    </message>
    <message>
        <source>Staff: the station slip came out</source>
        <translation>Személyzet: kijött a részlegblokk</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation>A részlegblokk ide megy: „{printer}”</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}” instead of “{before}”</source>
        <translation>A részlegblokk ide megy: „{printer}”, „{before}” helyett</translation>
    </message>
    <message>
        <source>Station slip printed on “{printer}”</source>
        <translation>Részlegblokk kinyomtatva: „{printer}”</translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm</source>
        <translation>Részlegblokk elküldve ide: „{printer}”; nem tudja megerősíteni</translation>
    </message>
    <message>
        <source>Station slip withdrawn before it was printed</source>
        <translation>Részlegblokk visszavonva nyomtatás előtt</translation>
    </message>
    <message>
        <source>Station slip: no answer from “{printer}”</source>
        <translation>Részlegblokk: „{printer}” nem válaszol</translation>
    </message>
    <message>
        <source>This till says otherwise</source>
        <translation>Ez a pénztár mást mond</translation>
    </message>
    <message>
        <source>Tick taken back: to settle again</source>
        <translation>Pipa visszavéve: újra rendezendő</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Rendezendő</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>elfogadva</translation>
    </message>
    <message>
        <source>an item is not in the catalogue</source>
        <translation>egy tétel nincs a katalógusban</translation>
    </message>
    <message>
        <source>an item is sold out</source>
        <translation>egy tétel elfogyott</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>lemondva</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kártya</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>készpénz</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>átadva</translation>
    </message>
    <message>
        <source>it came late</source>
        <translation>későn érkezett</translation>
    </message>
    <message>
        <source>left</source>
        <translation>nem vette át</translation>
    </message>
    <message>
        <source>new</source>
        <translation>új</translation>
    </message>
    <message>
        <source>only from {since} to {until}</source>
        <translation>csak {since} és {until} között</translation>
    </message>
    <message>
        <source>other</source>
        <translation>egyéb</translation>
    </message>
    <message>
        <source>over the limit of {amount}</source>
        <translation>a(z) {amount} határ felett</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>kész</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>elutasítva</translation>
    </message>
    <message>
        <source>said by {vendor}</source>
        <translation>{vendor} szerint</translation>
    </message>
    <message>
        <source>something is to be paid here</source>
        <translation>valamit itt kell fizetni</translation>
    </message>
    <message>
        <source>the customer wrote a note</source>
        <translation>a vevő megjegyzést írt</translation>
    </message>
    <message>
        <source>the printer of its slip was not well</source>
        <translation>a blokkja nyomtatója nem volt rendben</translation>
    </message>
    <message>
        <source>until {time} at the latest</source>
        <translation>legkésőbb eddig: {time}</translation>
    </message>
    <message>
        <source>with the money taken for {number}</source>
        <translation>ehhez átvett pénzből: {number}</translation>
    </message>
    <message>
        <source>{amount} given back here, to note at {vendor}</source>
        <translation>{amount} itt visszaadva, feljegyzendő itt: {vendor}</translation>
    </message>
    <message>
        <source>{amount} to refund at {vendor}</source>
        <translation>{amount} visszatérítendő itt: {vendor}</translation>
    </message>
    <message>
        <source>{move} no longer sent to {vendor}</source>
        <translation>{move}: már nem küldjük ide: {vendor}</translation>
    </message>
    <message>
        <source>{move} not confirmed by {vendor}</source>
        <translation>{move}: {vendor} nem erősítette meg</translation>
    </message>
    <message>
        <source>{move} taken back</source>
        <translation>{move}: visszavonva</translation>
    </message>
    <message>
        <source>{vendor} changed the order</source>
        <translation>{vendor} módosította a rendelést</translation>
    </message>
    <message>
        <source>{vendor} confirmed {move}</source>
        <translation>{vendor} megerősítette: {move}</translation>
    </message>
    <message>
        <source>{vendor} lists it as “{word}”</source>
        <translation>{vendor} listáján: „{word}”</translation>
    </message>
    <message>
        <source>{vendor} named the order, ended already</source>
        <translation>{vendor} már lezártként nevezte meg</translation>
    </message>
    <message>
        <source>{vendor} refused {move}</source>
        <translation>{vendor} visszautasította: {move}</translation>
    </message>
    <message>
        <source>{vendor} says {standing}</source>
        <translation>{vendor} szerint: {standing}</translation>
    </message>
    <message>
        <source>{vendor} says “{word}”</source>
        <translation>{vendor} szerint: „{word}”</translation>
    </message>
    <message>
        <source>{vendor} sent the order</source>
        <translation>{vendor} elküldte a rendelést</translation>
    </message>
    <message>
        <source>{vendor} to be told by hand</source>
        <translation>{vendor} kézzel értesítendő</translation>
    </message>
    <message>
        <source>“It did not happen”</source>
        <translation>„Nem történt meg”</translation>
    </message>
    <message>
        <source>“It happened”</source>
        <translation>„Megtörtént”</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Accepted</source>
        <translation>Elfogadva</translation>
    </message>
    <message>
        <source>Amount asked for</source>
        <translation>Kért összeg</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Beérkezett</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Közvetítő</translation>
    </message>
    <message>
        <source>Charged to the customer</source>
        <translation>A vevő fizetett</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>Vevőazonosító</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Szállítás</translation>
    </message>
    <message>
        <source>Delivery fee</source>
        <translation>Szállítási díj</translation>
    </message>
    <message>
        <source>Desk id</source>
        <translation>Pult azonosítója</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Kedvezmény</translation>
    </message>
    <message>
        <source>Discount by the vendor</source>
        <translation>A partner kedvezménye</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Lezárva</translation>
    </message>
    <message>
        <source>Fee of the vendor</source>
        <translation>A partner díja</translation>
    </message>
    <message>
        <source>Further data</source>
        <translation>További adatok</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Fizetés nélkül átadva</translation>
    </message>
    <message>
        <source>Instalment card, {part}</source>
        <translation>Részletfizetési kártya, {part}</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>Számlázási cím</translation>
    </message>
    <message>
        <source>Invoice from Cheers</source>
        <translation>Számla a Cheerstől</translation>
    </message>
    <message>
        <source>Invoice from the shop</source>
        <translation>Számla az üzlettől</translation>
    </message>
    <message>
        <source>Kind of desk</source>
        <translation>A pult fajtája</translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation>A rendelés fajtája</translation>
    </message>
    <message>
        <source>Named as paid outside</source>
        <translation>Kívül fizetettként megnevezve</translation>
    </message>
    <message>
        <source>Not told by the vendor</source>
        <translation>A partner nem közölte</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Rendelve</translation>
    </message>
    <message>
        <source>Ordered with</source>
        <translation>Rendelés módja</translation>
    </message>
    <message>
        <source>Paid out to the shop</source>
        <translation>Az üzletnek kifizetve</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Fizetés módja</translation>
    </message>
    <message>
        <source>Paid with credit</source>
        <translation>Egyenlegből fizetve</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation>Fizetési hivatkozás</translation>
    </message>
    <message>
        <source>Payment state</source>
        <translation>Fizetés állapota</translation>
    </message>
    <message>
        <source>Payment through</source>
        <translation>Fizetés közvetítője</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Hely a térképen</translation>
    </message>
    <message>
        <source>Ready since</source>
        <translation>Kész ekkor óta</translation>
    </message>
    <message>
        <source>Reason of the reject</source>
        <translation>Az elutasítás oka</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Nyugta</translation>
    </message>
    <message>
        <source>Receipt from the shop</source>
        <translation>Nyugta az üzlettől</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>A fizetés hivatkozása</translation>
    </message>
    <message>
        <source>Refunded by the vendor</source>
        <translation>A partner visszatérítette</translation>
    </message>
    <message>
        <source>Reject reason</source>
        <translation>Elutasítás oka</translation>
    </message>
    <message>
        <source>Sender's order id</source>
        <translation>A küldő rendelésazonosítója</translation>
    </message>
    <message>
        <source>Service reference</source>
        <translation>Szolgáltatási hivatkozás</translation>
    </message>
    <message>
        <source>Slip code</source>
        <translation>Blokk kódja</translation>
    </message>
    <message>
        <source>State of the cart</source>
        <translation>A kosár állapota</translation>
    </message>
    <message>
        <source>State of the payment</source>
        <translation>A fizetés állapota</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Adó</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Borravaló</translation>
    </message>
    <message>
        <source>Total as it was sent</source>
        <translation>Végösszeg, ahogy érkezett</translation>
    </message>
    <message>
        <source>Total of the cart</source>
        <translation>A kosár végösszege</translation>
    </message>
    <message>
        <source>Total of the payment</source>
        <translation>A fizetés végösszege</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>Fizetési mód</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>kioszk</translation>
    </message>
    <message>
        <source>amount held, not taken yet</source>
        <translation>zárolt összeg, még nincs levonva</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kártya</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>átadva</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>kiszállítva</translation>
    </message>
    <message>
        <source>eaten here</source>
        <translation>helyben fogyasztás</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>sikertelen</translation>
    </message>
    <message>
        <source>given back by the vendor</source>
        <translation>a partner visszaadta</translation>
    </message>
    <message>
        <source>is being told</source>
        <translation>értesítés alatt</translation>
    </message>
    <message>
        <source>knows everything</source>
        <translation>mindent tud</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nincs megerősítve</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>nincs fizetve</translation>
    </message>
    <message>
        <source>not told yet, trying again</source>
        <translation>még nem tud róla, újra próbáljuk</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>nincs fizetnivaló</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>fizetve</translation>
    </message>
    <message>
        <source>paid in the app</source>
        <translation>az appban fizetve</translation>
    </message>
    <message>
        <source>paid outside the app</source>
        <translation>az appon kívül fizetve</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>visszautasítva</translation>
    </message>
    <message>
        <source>released, nothing was taken</source>
        <translation>feloldva, semmi sem lett levonva</translation>
    </message>
    <message>
        <source>sent by post</source>
        <translation>postán küldve</translation>
    </message>
    <message>
        <source>the app</source>
        <translation>az app</translation>
    </message>
    <message>
        <source>the web page</source>
        <translation>a weboldal</translation>
    </message>
    <message>
        <source>{known}, lists it as “{word}”</source>
        <translation>{known}, a listán: „{word}”</translation>
    </message>
    <message>
        <source>{vendor} on {move}</source>
        <translation>{vendor} erről: {move}</translation>
    </message>
    <message>
        <source>{vendor} order id</source>
        <translation>{vendor} rendelésazonosító</translation>
    </message>
    <message>
        <source>{vendor} state</source>
        <translation>{vendor} állapot</translation>
    </message>
</context>
<context>
    <name>FatalPage</name>
    <message>
        <source>Details: {text}</source>
        <translation>Részletek: {text}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{count} d</source>
        <translation>{count} nap</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} ó</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} p</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} mp</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Add this printer</source>
        <translation>Nyomtató hozzáadása</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Hozzáadás…</translation>
    </message>
    <message>
        <source>Find printers</source>
        <translation>Nyomtatók keresése</translation>
    </message>
    <message>
        <source>It was not added, nothing has changed. {why}</source>
        <translation>Nem lett hozzáadva, semmi sem változott. {why}</translation>
    </message>
    <message>
        <source>Its number did not come out: it {cause}.</source>
        <translation>A száma nem jött ki, mert {cause}.</translation>
    </message>
    <message>
        <source>Its number is printed</source>
        <translation>A száma kinyomtatva</translation>
    </message>
    <message>
        <source>Let them print their numbers, then tap the one beside you.</source>
        <translation>Nyomtassák ki a számukat, aztán koppintson arra, amelyik Ön mellett van.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Keresés újra</translation>
    </message>
    <message>
        <source>Look at its power, cable and network, then look again.</source>
        <translation>Nézze meg az áramot, a kábelt és a hálózatot, aztán keressen újra.</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>A nyomtató neve</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>Nincs több nyomtató</translation>
    </message>
    <message>
        <source>Not looked through: {places}</source>
        <translation>Itt nem kerestünk: {places}</translation>
    </message>
    <message>
        <source>Number {number} is to be added.</source>
        <translation>A {number}. számú lesz hozzáadva.</translation>
    </message>
    <message>
        <source>Print the numbers</source>
        <translation>Számok nyomtatása</translation>
    </message>
    <message>
        <source>What is it called here?</source>
        <translation>Mi itt a neve?</translation>
    </message>
    <message>
        <source>Which number came out beside you? Tap “This one” there.</source>
        <translation>Melyik szám jött ki Ön mellett? Koppintson ott erre: „Ez az”.</translation>
    </message>
</context>
<context>
    <name>FoundOrders</name>
    <message>
        <source>Looked in: {period}.</source>
        <translation>Keresve: {period}.</translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>Itt nincs rendelés</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Nincs találat erre: „{text}”</translation>
    </message>
    <message>
        <source>Search all days</source>
        <translation>Keresés minden napon</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} are shown. Scroll down for more.</source>
        <translation>A legújabb {shown} látszik {count} közül. Továbbiakért görgessen le.</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} are shown. Search to find older ones.</source>
        <translation>A legújabb {shown} látszik {count} közül. A régebbieket keresse.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Number {number} came out</source>
        <translation>Kijött a {number}. szám</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Ez az</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>All of this is found again under Settings.</source>
        <translation>Mindez később a Beállításokban van.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Kezdés</translation>
    </message>
    <message>
        <source>Choose how Pult speaks and looks.</source>
        <translation>Válassza ki, hogyan beszéljen és nézzen ki a Pult.</translation>
    </message>
    <message>
        <source>Choose one, switch it on, enter its key, test the connection.</source>
        <translation>Válasszon egyet, kapcsolja be, adja meg a kulcsát, próbálja ki a kapcsolatot.</translation>
    </message>
    <message>
        <source>Do you scan?</source>
        <translation>Van olvasója?</translation>
    </message>
    <message>
        <source>Five short steps. Each can be skipped and changed later.</source>
        <translation>Öt rövid lépés. Mindegyik kihagyható, és később módosítható.</translation>
    </message>
    <message>
        <source>Have ready: the key of each vendor, and the printer switched on. Press Begin.</source>
        <translation>Készítse elő a partnerek kulcsait, és kapcsolja be a nyomtatót. Nyomja meg: Kezdés.</translation>
    </message>
    <message>
        <source>Is another till of the shop set up already?</source>
        <translation>Be van már állítva az üzlet másik pénztára?</translation>
    </message>
    <message>
        <source>Its name, the shop's money and time. The rest can wait.</source>
        <translation>A neve, az üzlet pénzneme és ideje. A többi ráér.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tovább</translation>
    </message>
    <message>
        <source>No vendor is switched on: there are walk-in orders alone. Press Back until step 3, or switch one on later under Settings, Vendors.</source>
        <translation>Egy partner sincs bekapcsolva: csak helyi rendelések vannak. Lépjen vissza a 3. lépésig, vagy kapcsoljon be egyet később itt: Beállítások, Partnerek.</translation>
    </message>
    <message>
        <source>Only looking? The demo plays a whole evening. Nothing is kept of it.</source>
        <translation>Csak nézelődik? A demó egy egész estét játszik le. Semmi sem marad meg belőle.</translation>
    </message>
    <message>
        <source>Practise with whole orders in the demo: accept, prepare, take money. Nothing is kept.</source>
        <translation>Gyakoroljon egész rendelésekkel a demóban: elfogadás, készítés, fizetés. Semmi sem marad meg belőle.</translation>
    </message>
    <message>
        <source>Print a test slip, then scan its code: Pult says that it read it. It counts nowhere.</source>
        <translation>Nyomtasson próbablokkot, aztán olvassa be a kódját: a Pult megmondja, hogy olvasta. Sehova sem számít be.</translation>
    </message>
    <message>
        <source>Pult is ready</source>
        <translation>A Pult kész</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Újraindítás</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Újraindul…</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Mentés és tovább</translation>
    </message>
    <message>
        <source>Scan any code: Pult offers to set a keyboard scanner up.</source>
        <translation>Olvasson be bármilyen kódot: a Pult felajánlja a billentyűzetes olvasó beállítását.</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Beállítás később</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>{number}. lépés, összesen {count}</translation>
    </message>
    <message>
        <source>Switch the printer on and press Find printers.</source>
        <translation>Kapcsolja be a nyomtatót, és nyomja meg: Nyomtatók keresése.</translation>
    </message>
    <message>
        <source>Take over its set-up</source>
        <translation>Beállításainak átvétele</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Próbablokk</translation>
    </message>
    <message>
        <source>Then the first order</source>
        <translation>Aztán az első rendelés</translation>
    </message>
    <message>
        <source>To the board</source>
        <translation>A táblához</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Előbb próbálja ki</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demó kipróbálása</translation>
    </message>
    <message>
        <source>Vendors that were switched on take orders once Pult was started again. Then order something as a customer would, and see it come in.</source>
        <translation>A bekapcsolt partnerek a Pult újraindítása után fogadnak rendelést. Ezután rendeljen valamit vevőként, és nézze meg, ahogy megérkezik.</translation>
    </message>
    <message>
        <source>Welcome to Pult</source>
        <translation>Üdvözli a Pult</translation>
    </message>
    <message>
        <source>What is this till called?</source>
        <translation>Mi a neve ennek a pénztárnak?</translation>
    </message>
    <message>
        <source>Where do slips come out?</source>
        <translation>Hol jönnek ki a blokkok?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>Melyik nyelv?</translation>
    </message>
    <message>
        <source>Who sends you orders?</source>
        <translation>Ki küld Önnek rendelést?</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Connections and devices</source>
        <translation>Kapcsolatok és eszközök</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Adatmappa</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fájlok</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Súgó</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Utolsó gondok</translation>
    </message>
    <message>
        <source>No problem was met</source>
        <translation>Nem volt gond</translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation>Nincs: minden érték a Pult alapértéke</translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation>Rendelések (pult.sqlite3), naplók és a virtuális nyomtató blokkjai</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Beállításfájl</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Pénztár</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Verzió</translation>
    </message>
    <message>
        <source>What goes wrong stands here with its code, also after a restart.</source>
        <translation>Itt áll a kódjával, ami elromlik, újraindítás után is.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>A day…</source>
        <translation>Egy nap…</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Minden nap</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Minden kimenet</translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation>Bármilyen fizetés</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Lemondva</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Visszaadva</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Utolsó 7 nap</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nem vette át</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Új</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nincs megerősítve</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nincs fizetve</translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation>Itt fizetve</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Készül</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Elutasítva</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Még nyitott</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Ma</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Tegnap</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n rendelés</numerusform>
        </translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation>Minden partner</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Vissza a listához</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Zárás</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Napok</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Előzmények</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kimenet</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Fizetés</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} rendezendő</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Added products</source>
        <translation>Új termékek</translation>
    </message>
    <message>
        <source>Added {count}</source>
        <translation>Új: {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>Hibás sorok</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Mégse</translation>
    </message>
    <message>
        <source>Changed products</source>
        <translation>Módosult termékek</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>Módosult: {count}</translation>
    </message>
    <message>
        <source>Correct it and import it again. The catalogue is as it was.</source>
        <translation>Javítsa ki, és importálja újra. A katalógus maradt, ahogy volt.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importálás</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importálás…</translation>
    </message>
    <message>
        <source>Missing products</source>
        <translation>Hiányzó termékek</translation>
    </message>
    <message>
        <source>Missing {count}</source>
        <translation>Hiányzik: {count}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be taken from this file: %n faults</source>
        <translation>
            <numerusform>Ebből a fájlból semmi sem vehető át: %n hiba</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Semmi sem lett importálva</translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation>A Pult nem tudott menteni. A katalógus maradt, ahogy volt.</translation>
    </message>
    <message>
        <source>Read as {how}.</source>
        <translation>Így olvastuk: {how}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n products the file does not name</source>
        <translation>
            <numerusform>A fájlban nem szereplő %n termék eltávolítása</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mutassa</translation>
    </message>
    <message>
        <source>What the file does not name is removed.</source>
        <translation>Ami nincs a fájlban, kikerül.</translation>
    </message>
    <message>
        <source>What the file does not name stays.</source>
        <translation>Ami nincs a fájlban, marad.</translation>
    </message>
    <message>
        <source>{products}, nothing new or changed: there is nothing to import</source>
        <translation>{products}, semmi új vagy módosult: nincs mit importálni</translation>
    </message>
    <message>
        <source>{products}: {added} new, {changed} changed, {same} as they are</source>
        <translation>{products}: {added} új, {changed} módosult, {same} változatlan</translation>
    </message>
</context>
<context>
    <name>KeptScans</name>
    <message>
        <source>and {count} more</source>
        <translation>és még {count}</translation>
    </message>
    <message>
        <source>{number} scanned: Open</source>
        <translation>Beolvasva: {number} · Megnyitás</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Backspace</source>
        <translation>Visszatörlés</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Számok és jelek</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Billentyűzet elrejtése</translation>
    </message>
    <message>
        <source>Keyboard for {field}</source>
        <translation>Billentyűzet: {field}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Betűk</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>További betűk</translation>
    </message>
    <message>
        <source>On-screen keyboard</source>
        <translation>Képernyő-billentyűzet</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Műszak</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>Nagybetű, bekapcsolva</translation>
    </message>
    <message>
        <source>Shift, on for one letter</source>
        <translation>Nagybetű, egy betűre</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Szóköz</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>Visszatörlés</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Számbillentyűk</translation>
    </message>
</context>
<context>
    <name>LampBar</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n készen áll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n connected and ready</source>
        <translation>
            <numerusform>Mind kapcsolódik és kész: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Állapot</translation>
    </message>
</context>
<context>
    <name>LampDialog</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Egy próbablokk úton van. Nézze meg, kijön-e.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Kérdezés…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Szünet…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Nyomtatás…</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>Folytatás most</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Kapcsolat próbája</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Próbablokk</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>Ezt az eszközt</translation>
    </message>
    <message>
        <source>{name} is asked anew.</source>
        <translation>Újra kérdezzük: {name}.</translation>
    </message>
</context>
<context>
    <name>LampListDialog</name>
    <message>
        <source>Connections and devices</source>
        <translation>Kapcsolatok és eszközök</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Súgó</translation>
    </message>
</context>
<context>
    <name>LampRow</name>
    <message>
        <source>Open</source>
        <translation>Megnyitás</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Megnyitás: {name}</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message numerus="yes">
        <source>%n orders on the board wait to be told, the oldest {number}.</source>
        <translation>
            <numerusform>%n rendelésről még értesíteni kell, a legrégebbi: {number}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is in place of {name}</source>
        <translation>Más eszköz van a helyén: {name}</translation>
    </message>
    <message>
        <source>Ask {name} for a new key if it was changed.</source>
        <translation>Ha a kulcs megváltozott, kérjen újat: {name}.</translation>
    </message>
    <message>
        <source>Ask {name} which shop this key may be used for.</source>
        <translation>Kérdezze meg, melyik boltra szól a kulcs: {name}.</translation>
    </message>
    <message>
        <source>Close the other program; Pult takes it by itself.</source>
        <translation>Zárja be a másik programot; a Pult magától átveszi.</translation>
    </message>
    <message>
        <source>Compare the order here with the one in {name}.</source>
        <translation>Vesse össze az itteni rendelést az ottanival: {name}.</translation>
    </message>
    <message>
        <source>Do not accept the same order here and at {name}.</source>
        <translation>Ugyanazt a rendelést ne fogadja el itt is és ott is: {name}.</translation>
    </message>
    <message>
        <source>Do not change the address at {name} in a hurry.</source>
        <translation>Ne módosítsa kapkodva a címet itt: {name}.</translation>
    </message>
    <message>
        <source>Do not guess what is to pay: ask.</source>
        <translation>Ne tippelje meg a fizetendőt: kérdezze meg.</translation>
    </message>
    <message>
        <source>Do not print what waits again: it comes by itself.</source>
        <translation>Ne nyomtassa újra, ami vár: magától kijön.</translation>
    </message>
    <message>
        <source>Do not promise a customer that the order came in: look first.</source>
        <translation>Ne ígérje a vevőnek, hogy megjött a rendelése: előbb nézze meg.</translation>
    </message>
    <message>
        <source>Do not pull paper out by force.</source>
        <translation>Ne húzza ki erővel a papírt.</translation>
    </message>
    <message>
        <source>Do not send the key by mail or show it to a customer.</source>
        <translation>Ne küldje el levélben a kulcsot, és ne mutassa meg vevőnek.</translation>
    </message>
    <message>
        <source>Do not switch the till off to help it along.</source>
        <translation>Ne kapcsolja ki a pénztárt, hogy segítsen.</translation>
    </message>
    <message>
        <source>Do not take money a second time.</source>
        <translation>Ne vegye el a pénzt másodszor.</translation>
    </message>
    <message>
        <source>Fetch a missing order with Order number and its {name} id.</source>
        <translation>A hiányzó rendelést a Rendelésszám gombbal kérje le az ottani azonosítójával: {name}.</translation>
    </message>
    <message>
        <source>Go on with the orders you have; what you press is sent later, once.</source>
        <translation>Folytassa a meglévő rendeléseket; amit megnyom, később megy el, egyszer.</translation>
    </message>
    <message>
        <source>Go on; what is for {name} is sent by itself, once.</source>
        <translation>Folytassa; ami ide tartozik ({name}), magától elmegy, egyszer.</translation>
    </message>
    <message>
        <source>Have a new roll at hand.</source>
        <translation>Legyen kéznél új tekercs.</translation>
    </message>
    <message>
        <source>Have the tunnel or relay to this till looked at.</source>
        <translation>Nézesse meg az idevezető alagutat vagy közvetítőt.</translation>
    </message>
    <message>
        <source>Have this user given the right to it (Linux: group dialout, for a camera video).</source>
        <translation>Kapja meg ez a felhasználó a jogot hozzá (Linux: dialout csoport, kamerához video).</translation>
    </message>
    <message>
        <source>If it is on the network, switch it off and on.</source>
        <translation>Ha hálózati, kapcsolja ki és be.</translation>
    </message>
    <message>
        <source>If this one is meant, press Use this device.</source>
        <translation>Ha ez az, nyomja meg: „Ezt az eszközt”.</translation>
    </message>
    <message>
        <source>It is asked when it is needed.</source>
        <translation>Akkor kérdezzük, amikor kell.</translation>
    </message>
    <message>
        <source>It is reached, and what you press is told.</source>
        <translation>Elérhető, és megkapja, amit megnyom.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Utolsó kapcsolat</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Utolsó rendelés</translation>
    </message>
    <message>
        <source>Log in to this computer with its password: that unlocks its keyring.</source>
        <translation>Jelentkezzen be a gépre a jelszavával: ez nyitja a kulcstartót.</translation>
    </message>
    <message>
        <source>Look at cover and paper.</source>
        <translation>Nézze meg a fedelet és a papírt.</translation>
    </message>
    <message>
        <source>Look at its cable; Pult finds it by itself.</source>
        <translation>Nézze meg a kábelét; a Pult magától megtalálja.</translation>
    </message>
    <message>
        <source>Look at its power and its cable.</source>
        <translation>Nézze meg a tápját és a kábelét.</translation>
    </message>
    <message>
        <source>Look at new orders in {name} too, and tell your helper.</source>
        <translation>Nézze meg az új rendeléseket itt is: {name}, és szóljon a segítőjének.</translation>
    </message>
    <message>
        <source>Look for new orders in {name}; have the tunnel looked at.</source>
        <translation>Nézze az új rendeléseket itt: {name}; az alagutat nézesse meg.</translation>
    </message>
    <message>
        <source>Look for new orders on the {name} page or tablet.</source>
        <translation>Nézze az új rendeléseket a {name} oldalán vagy táblagépén.</translation>
    </message>
    <message>
        <source>Look for new {name} orders at {name} itself until this message disappears.</source>
        <translation>Amíg ez az üzenet látszik, az új rendeléseket ott nézze: {name}.</translation>
    </message>
    <message>
        <source>Look whether the internet works on this till.</source>
        <translation>Nézze meg, működik-e itt az internet.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors and compare key and ids with what {name} gave you. Then press Restart now.</source>
        <translation>Nyissa meg: Beállítások, Partnerek, és vesse össze a kulcsot és az azonosítókat azzal, amit innen kapott: {name}. Utána nyomja meg: Újraindítás.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors and enter the key of {name} again. Then press Restart now.</source>
        <translation>Nyissa meg: Beállítások, Partnerek, és adja meg újra a kulcsot ({name}). Utána nyomja meg: Újraindítás.</translation>
    </message>
    <message>
        <source>Open the cover and take out what is stuck.</source>
        <translation>Nyissa ki a fedelet, és vegye ki, ami beszorult.</translation>
    </message>
    <message>
        <source>Open the cover, take out what is stuck, close it.</source>
        <translation>Nyissa ki a fedelet, vegye ki, ami beszorult, és zárja be.</translation>
    </message>
    <message>
        <source>Orders are safe, but “{name}” types into another program.</source>
        <translation>A rendelések biztonságban vannak, de „{name}” egy másik programba gépel.</translation>
    </message>
    <message>
        <source>Orders are safe; open them by a tap instead.</source>
        <translation>A rendelések biztonságban vannak; nyissa meg őket koppintással.</translation>
    </message>
    <message>
        <source>Orders here are safe and every answer is kept.</source>
        <translation>A rendelések itt biztonságban vannak, minden választ megőrzünk.</translation>
    </message>
    <message>
        <source>Orders here are safe, but nothing reaches {name}.</source>
        <translation>A rendelések itt biztonságban vannak, de semmi sem jut el ide: {name}.</translation>
    </message>
    <message>
        <source>Orders here are safe; new ones may come late or not at all.</source>
        <translation>A rendelések itt biztonságban vannak; az újak késhetnek vagy elmaradhatnak.</translation>
    </message>
    <message>
        <source>Orders on this board are safe.</source>
        <translation>A táblán lévő rendelések biztonságban vannak.</translation>
    </message>
    <message>
        <source>Plug the old one in, or press Use this device.</source>
        <translation>Dugja be a régit, vagy nyomja meg: „Ezt az eszközt”.</translation>
    </message>
    <message>
        <source>Plug the printer in that was there before; Pult finds it.</source>
        <translation>Dugja be az előző nyomtatót; a Pult megtalálja.</translation>
    </message>
    <message>
        <source>Plug the scanner in that was there before.</source>
        <translation>Dugja be az előző olvasót.</translation>
    </message>
    <message>
        <source>Press Test connection and wait for the answer.</source>
        <translation>Nyomja meg: Kapcsolat próbája, és várja meg a választ.</translation>
    </message>
    <message>
        <source>Press Test when it is up again.</source>
        <translation>Ha már működik, nyomja meg a próbát.</translation>
    </message>
    <message>
        <source>Press its feed or online button, look at cover and paper.</source>
        <translation>Nyomja meg a papír- vagy online gombját, nézze meg a fedelet és a papírt.</translation>
    </message>
    <message>
        <source>Press the cover down until it clicks.</source>
        <translation>Nyomja le a fedelet, míg kattan.</translation>
    </message>
    <message>
        <source>Pull its cable and plug it in again.</source>
        <translation>Húzza ki a kábelét, és dugja vissza.</translation>
    </message>
    <message>
        <source>Pult may not use {name}</source>
        <translation>A Pultnak nincs joga hozzá: {name}</translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover.</source>
        <translation>Tegyen be új tekercset, és zárja be a fedelet.</translation>
    </message>
    <message>
        <source>Read the number from the screen while there is no slip.</source>
        <translation>Amíg nincs blokk, a számot a képernyőről olvassa.</translation>
    </message>
    <message>
        <source>Scans go to another window</source>
        <translation>A beolvasás másik ablakba megy</translation>
    </message>
    <message>
        <source>Slips come out.</source>
        <translation>A blokkok kijönnek.</translation>
    </message>
    <message>
        <source>Slips still come.</source>
        <translation>A blokkok még kijönnek.</translation>
    </message>
    <message>
        <source>Slips that wait go to “{other}”; orders go on.</source>
        <translation>A várakozó blokkok itt jönnek ki: „{other}”; a rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>Slips wait and come by themselves; orders go on.</source>
        <translation>A blokkok várnak, és maguktól kijönnek; a rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Ekkor óta</translation>
    </message>
    <message>
        <source>Switch it off and on once.</source>
        <translation>Kapcsolja ki és be egyszer.</translation>
    </message>
    <message>
        <source>Switch it off and on once; Details may name another reason.</source>
        <translation>Kapcsolja ki és be egyszer; a Részletek más okot is mondhat.</translation>
    </message>
    <message>
        <source>Switch it on in Settings, Scanners.</source>
        <translation>Kapcsolja be itt: Beállítások, Olvasók.</translation>
    </message>
    <message>
        <source>Switch the light over the counter on.</source>
        <translation>Kapcsolja fel a pult feletti lámpát.</translation>
    </message>
    <message>
        <source>Take away what covers its lens, or make more light.</source>
        <translation>Vegye el, ami a lencséjét takarja, vagy adjon több fényt.</translation>
    </message>
    <message>
        <source>Tap Pult's window.</source>
        <translation>Koppintson a Pult ablakára.</translation>
    </message>
    <message>
        <source>Tell your helper what stands under Details.</source>
        <translation>Mondja el a segítőjének, mi áll a Részletek alatt.</translation>
    </message>
    <message>
        <source>The key of {name} cannot be read</source>
        <translation>A kulcs nem olvasható: {name}</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Nincs teendő.</translation>
    </message>
    <message>
        <source>Unlock this computer's keyring: Pult goes on by itself then. Or enter the key anew.</source>
        <translation>Nyissa ki a gép kulcstartóját: a Pult utána magától folytatja. Vagy adja meg újra a kulcsot.</translation>
    </message>
    <message>
        <source>What it reads is answered at once.</source>
        <translation>Amit beolvas, azonnal választ kap.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Mi a teendő</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>másik eszköz</translation>
    </message>
    <message>
        <source>cannot reach this till</source>
        <translation>nem éri el a pénztárt</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>csatlakozva</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>nyitott fedél</translation>
    </message>
    <message>
        <source>cutter error</source>
        <translation>vágóhiba</translation>
    </message>
    <message>
        <source>dark picture</source>
        <translation>sötét kép</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>foglalt</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>kulcs nem jó</translation>
    </message>
    <message>
        <source>key not readable</source>
        <translation>kulcs nem olvasható</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>nincs kapcsolat</translation>
    </message>
    <message>
        <source>no rights</source>
        <translation>nincs joga</translation>
    </message>
    <message>
        <source>not answering</source>
        <translation>nem válaszol</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>még nincs kérdezve</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nincs meg</translation>
    </message>
    <message>
        <source>not let in</source>
        <translation>nem enged be</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nem érhető el</translation>
    </message>
    <message>
        <source>odd answer</source>
        <translation>furcsa válasz</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>order {age} ago</source>
        <translation>rendelés: {age}</translation>
    </message>
    <message>
        <source>paper low</source>
        <translation>kevés papír</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>nincs papír</translation>
    </message>
    <message>
        <source>picture stands still</source>
        <translation>áll a kép</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>kész</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>kikapcsolva</translation>
    </message>
    <message>
        <source>typing elsewhere</source>
        <translation>máshová gépel</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ismeretlen</translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation>{name} válaszol</translation>
    </message>
    <message>
        <source>{name} answers in words Pult does not know</source>
        <translation>{name} a Pult által nem ismert szavakkal válaszol</translation>
    </message>
    <message>
        <source>{name} cannot reach this till</source>
        <translation>{name} nem éri el ezt a pénztárt</translation>
    </message>
    <message>
        <source>{name} does not accept the key</source>
        <translation>{name} nem fogadja el a kulcsot</translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation>{name} nem válaszol</translation>
    </message>
    <message>
        <source>{name} does not let this shop in</source>
        <translation>{name} nem engedi be ezt a boltot</translation>
    </message>
    <message>
        <source>{name} does not print</source>
        <translation>{name} nem nyomtat</translation>
    </message>
    <message>
        <source>{name} has not answered since {since}</source>
        <translation>{name} {since} óta nem válaszol</translation>
    </message>
    <message>
        <source>{name} has not been asked yet</source>
        <translation>Még nem kérdeztük: {name}</translation>
    </message>
    <message>
        <source>{name} has not been heard of for a while</source>
        <translation>Egy ideje nem hallani felőle: {name}</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} nincs meg</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} kész</translation>
    </message>
    <message>
        <source>{name} is switched off</source>
        <translation>{name} ki van kapcsolva</translation>
    </message>
    <message>
        <source>{name} is used by another program</source>
        <translation>Másik program használja: {name}</translation>
    </message>
    <message>
        <source>{name} reads nothing</source>
        <translation>{name} nem olvas</translation>
    </message>
    <message>
        <source>{name} sees next to nothing</source>
        <translation>{name} alig lát valamit</translation>
    </message>
    <message>
        <source>{name} shows one and the same picture</source>
        <translation>{name} mindig ugyanazt a képet mutatja</translation>
    </message>
    <message>
        <source>{name} was last heard of at {since}</source>
        <translation>{name}: utolsó hír {since}</translation>
    </message>
    <message>
        <source>{name}: another device is in its place</source>
        <translation>{name}: másik eszköz van a helyén</translation>
    </message>
    <message>
        <source>{name}: cover open</source>
        <translation>{name}: nyitott fedél</translation>
    </message>
    <message>
        <source>{name}: it cannot cut</source>
        <translation>{name}: nem tud vágni</translation>
    </message>
    <message>
        <source>{name}: little paper left</source>
        <translation>{name}: fogy a papír</translation>
    </message>
    <message>
        <source>{name}: not answering</source>
        <translation>{name}: nem válaszol</translation>
    </message>
    <message>
        <source>{name}: not reachable</source>
        <translation>{name}: nem érhető el</translation>
    </message>
    <message>
        <source>{name}: offline</source>
        <translation>{name}: offline</translation>
    </message>
    <message>
        <source>{name}: paper out</source>
        <translation>{name}: nincs papír</translation>
    </message>
    <message>
        <source>{slips} and go to “{other}”, orders go on.</source>
        <translation>{slips}, itt jönnek ki: „{other}”; a rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>{slips}, orders go on.</source>
        <translation>{slips}, a rendelések mennek tovább.</translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message>
        <source>Coupon</source>
        <translation>Kupon</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Hűségkártya</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nem olvasható</translation>
    </message>
    <message>
        <source>One-time key</source>
        <translation>Egyszeri kulcs</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>Más szöveg</translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation>Előrendelési szám</translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation>Termékvonalkód</translation>
    </message>
    <message>
        <source>Slip code read wrongly</source>
        <translation>Rosszul olvasott blokk-kód</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Webcím</translation>
    </message>
    <message numerus="yes">
        <source>{kind}, %n characters</source>
        <translation>
            <numerusform>{kind}, %n karakter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close Pult</source>
        <translation>Pult bezárása</translation>
    </message>
    <message>
        <source>Close Pult?</source>
        <translation>Bezárja a Pultot?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Maradok</translation>
    </message>
    <message>
        <source>The orders on this till are kept. Until Pult is started again no new order is announced and nothing is printed.</source>
        <translation>A pénztár rendelései megmaradnak. A Pult újraindításáig új rendelés nem jelez, és semmi sem nyomtatódik.</translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Keep these lines</source>
        <translation>Sorok megtartása</translation>
    </message>
    <message>
        <source>Letters of {printer}</source>
        <translation>Betűk: {printer}</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>{number}. sor</translation>
    </message>
    <message>
        <source>No line is right</source>
        <translation>Egy sor sem jó</translation>
    </message>
    <message>
        <source>Tap the number of every line on the proof sheet whose letters all look right. Several are usual; none is an answer too.</source>
        <translation>Koppintson a próbalap minden olyan sorának számára, amelynek minden betűje jó. Több is szokott lenni; az is válasz, ha egy sem.</translation>
    </message>
    <message>
        <source>Then other letters than A to Z are printed as pictures.</source>
        <translation>Ekkor az A–Z-n kívüli betűk képként nyomtatódnak.</translation>
    </message>
    <message>
        <source>Used from the next slip on.</source>
        <translation>A következő blokktól érvényes.</translation>
    </message>
</context>
<context>
    <name>LineHead</name>
    <message>
        <source>Amount</source>
        <translation>Összeg</translation>
    </message>
    <message>
        <source>Customer or desk</source>
        <translation>Vevő vagy pult</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Szám</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kimenet</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Idő</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Partner</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Orders found</source>
        <translation>Talált rendelések</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>On sale again</source>
        <translation>Újra kapható</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Elfogyott</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Ma elfogyott</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Cash given {given}, change</source>
        <translation>Kapott készpénz {given}, visszajáró</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Szállítás</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Kedvezmény</translation>
    </message>
    <message>
        <source>Given back another way</source>
        <translation>Más módon visszaadva</translation>
    </message>
    <message>
        <source>Given back by card</source>
        <translation>Kártyára visszaadva</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Készpénzben visszaadva</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Házhoz szállítás</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Nincs név</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nincs megerősítve</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Itt nincs fizetnivaló</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Fizetve</translation>
    </message>
    <message>
        <source>Paid here another way</source>
        <translation>Itt más módon fizetve</translation>
    </message>
    <message>
        <source>Paid here by card</source>
        <translation>Itt kártyával fizetve</translation>
    </message>
    <message>
        <source>Paid here in cash</source>
        <translation>Itt készpénzzel fizetve</translation>
    </message>
    <message>
        <source>Paid in the app</source>
        <translation>Az appban fizetve</translation>
    </message>
    <message>
        <source>Payment failed, to pay here</source>
        <translation>Sikertelen fizetés, itt fizetendő</translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation>Elvitelre</translation>
    </message>
    <message>
        <source>Take-away fee</source>
        <translation>Elviteli díj</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Borravaló</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Visszaadandó</translation>
    </message>
    <message>
        <source>To pay here</source>
        <translation>Itt fizetendő</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Összesen</translation>
    </message>
    <message>
        <source>VAT on all lines</source>
        <translation>ÁFA minden soron</translation>
    </message>
    <message>
        <source>VAT {rate} %</source>
        <translation>ÁFA {rate} %</translation>
    </message>
    <message>
        <source>added up here</source>
        <translation>itt összeadva</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>kérdezze</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>kedvezmény</translation>
    </message>
    <message>
        <source>nothing to pay here</source>
        <translation>itt nincs fizetnivaló</translation>
    </message>
    <message>
        <source>take-away</source>
        <translation>elvitelre</translation>
    </message>
    <message>
        <source>{amount} to pay here</source>
        <translation>itt fizetendő {amount}</translation>
    </message>
</context>
<context>
    <name>LinesRow</name>
    <message>
        <source>At most {lines} lines of at most {letters} letters.</source>
        <translation>Legfeljebb {lines} sor, soronként legfeljebb {letters} betű.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nincs</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Choose</source>
        <translation>Választás</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logó választása</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logó</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Nincs logó</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nincs</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation>Semmi sem változott. A rendelések megmaradtak, ahogy voltak.</translation>
    </message>
    <message>
        <source>Pult cannot open its orders</source>
        <translation>A Pult nem tudja megnyitni a rendeléseit</translation>
    </message>
    <message>
        <source>Take new orders on the vendors' own devices, and call whoever sees to Pult.</source>
        <translation>Az új rendeléseket a partnerek saját eszközén vegye fel, és hívja, aki a Pultot gondozza.</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and make the outline as large as the card.</source>
        <translation>Tartson egy bankkártyát a képernyőhöz, és állítsa a keretet akkorára, mint a kártya.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Nagyobb</translation>
    </message>
    <message>
        <source>Measure the screen</source>
        <translation>A képernyő lemérése</translation>
    </message>
    <message>
        <source>Much larger</source>
        <translation>Sokkal nagyobb</translation>
    </message>
    <message>
        <source>Much smaller</source>
        <translation>Sokkal kisebb</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kisebb</translation>
    </message>
    <message>
        <source>Use this size</source>
        <translation>Ez legyen a méret</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Messages</source>
        <translation>Üzenetek</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Visszavonás…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>még {count}</translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Help</source>
        <translation>Súgó</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Üzenetek</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>Még nincs üzenet</translation>
    </message>
    <message>
        <source>What Pult says stands here.</source>
        <translation>Itt áll, amit a Pult mond.</translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message>
        <source>Book it back at the card terminal first, then press “Money returned”.</source>
        <translation>Előbb könyvelje vissza a kártyaterminálon, aztán nyomja meg: „Pénz visszaadva”.</translation>
    </message>
    <message>
        <source>Give the money first, then press “Money returned”.</source>
        <translation>Előbb adja oda a pénzt, aztán nyomja meg: „Pénz visszaadva”.</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Visszaadva</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>Visszaadás módja</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Saját szavaival</translation>
    </message>
    <message>
        <source>In your own words, may stay empty</source>
        <translation>Saját szavaival, üres is lehet</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>Nem vonható vissza.</translation>
    </message>
    <message>
        <source>Key in what was given back, at most what was taken.</source>
        <translation>Üsse be, mennyit adtak vissza, legfeljebb amennyit átvettek.</translation>
    </message>
    <message>
        <source>Money back for {number}</source>
        <translation>Pénz vissza: {number}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Még nem</translation>
    </message>
    <message>
        <source>Taken here, at most this goes back</source>
        <translation>Itt átvéve; legfeljebb ennyi jár vissza</translation>
    </message>
    <message>
        <source>That is all of it.</source>
        <translation>Ez az egész.</translation>
    </message>
    <message>
        <source>There is nothing to give back any more.</source>
        <translation>Nincs már mit visszaadni.</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Visszaadandó</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miért?</translation>
    </message>
    <message>
        <source>{amount} is then still to be given back.</source>
        <translation>Utána még visszaadandó: {amount}.</translation>
    </message>
    <message>
        <source>{amount} of what was taken stays here.</source>
        <translation>Itt marad {amount} abból, amit átvettek.</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Accept</source>
        <translation>Elfogad</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>Elfogadás…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Újra kérdez</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Kérdezés…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Visszahozás</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Rendelés törlése</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Átadás fizetés nélkül</translation>
    </message>
    <message>
        <source>It cannot be undone</source>
        <translation>Nem vonható vissza</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>Nem történt meg</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>Megtörtént</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nem vette át</translation>
    </message>
    <message>
        <source>Marked as a reprint</source>
        <translation>Újranyomtatásként jelölve</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Pénz visszaadva</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Úton</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Sikertelen fizetés</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Kifizetve</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Nyomtatás</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Újranyomtatás</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Elutasít</translation>
    </message>
    <message>
        <source>Rejecting…</source>
        <translation>Elutasítás…</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Láttam</translation>
    </message>
    <message>
        <source>Slip came out</source>
        <translation>Kijött a blokk</translation>
    </message>
    <message>
        <source>Slip did not come out</source>
        <translation>Nem jött ki a blokk</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Fizetés</translation>
    </message>
    <message>
        <source>The slip says “not confirmed”</source>
        <translation>A blokkon: „nincs megerősítve”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Visszavonás</translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation>hűségpontok</translation>
    </message>
    <message>
        <source>loyalty points taken back</source>
        <translation>visszavett hűségpontok</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>a rendelés</translation>
    </message>
    <message>
        <source>{amount} stays unpaid</source>
        <translation>{amount} kifizetetlen marad</translation>
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
        <translation>{vendor} nem vonja vissza</translation>
    </message>
</context>
<context>
    <name>NewsTable</name>
    <message>
        <source>Nothing more is written, so that what is there can be saved.</source>
        <translation>Semmi újat nem írunk, hogy ami megvan, menthető maradjon.</translation>
    </message>
    <message>
        <source>Pult has stopped: its file is damaged</source>
        <translation>A Pult leállt: a fájlja sérült</translation>
    </message>
    <message>
        <source>Take orders on the vendors' own devices. Do not start Pult again.</source>
        <translation>A rendeléseket a partnerek saját eszközén vegye fel. Ne indítsa újra a Pultot.</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>*Accept is on its way to {vendor}.* The slip follows its yes.</source>
        <translation>*Elfogadás úton: {vendor}.* A blokk az igenje után jön.</translation>
    </message>
    <message>
        <source>*Cancelled {time}.*</source>
        <translation>*Lemondva: {time}.*</translation>
    </message>
    <message>
        <source>*Collected {time}.*</source>
        <translation>*Átadva: {time}.*</translation>
    </message>
    <message>
        <source>*Give {amount} back,* then press *Money returned*.</source>
        <translation>*Adjon vissza {amount} összeget,* aztán nyomja meg: *Pénz visszaadva*.</translation>
    </message>
    <message>
        <source>*It comes late: ordered at {time}.* Look whether it can still be made.</source>
        <translation>*Későn jön: rendelve {time}.* Nézze meg, elkészíthető-e még.</translation>
    </message>
    <message>
        <source>*It left at {time}.* Press *Collected* once it has arrived.</source>
        <translation>*Elindult: {time}.* Ha megérkezett, nyomja meg: *Átadva*.</translation>
    </message>
    <message>
        <source>*Left {time}.*</source>
        <translation>*Nem vette át: {time}.*</translation>
    </message>
    <message>
        <source>*Nothing to do before {time}.* Then it comes forward by itself.</source>
        <translation>*{time}-ig nincs teendő.* Aztán magától előkerül.</translation>
    </message>
    <message>
        <source>*Nothing to do before {time}.* Then its slip comes out.</source>
        <translation>*{time}-ig nincs teendő.* Aztán kijön a blokkja.</translation>
    </message>
    <message>
        <source>*Reject is on its way to {vendor}.* Do not prepare it.</source>
        <translation>*Elutasítás úton: {vendor}.* Ne készítse el.</translation>
    </message>
    <message>
        <source>*Rejected elsewhere at {time}.*</source>
        <translation>*Máshol elutasítva: {time}.*</translation>
    </message>
    <message>
        <source>*Rejected here.* {vendor} is told when Undo has run out.</source>
        <translation>*Itt elutasítva.* {vendor} akkor tudja meg, ha lejárt a visszavonás ideje.</translation>
    </message>
    <message>
        <source>*Rejected {time}.*</source>
        <translation>*Elutasítva: {time}.*</translation>
    </message>
    <message>
        <source>*Set to Collected elsewhere at {time}.*</source>
        <translation>*Máshol átadottra állítva: {time}.*</translation>
    </message>
    <message>
        <source>*Set to Left elsewhere at {time}.*</source>
        <translation>*Máshol „Nem vette át” lett: {time}.*</translation>
    </message>
    <message>
        <source>*Sold out today: {items}.*</source>
        <translation>*Ma elfogyott: {items}.*</translation>
    </message>
    <message>
        <source>*The customer cancelled at {time}.*</source>
        <translation>*A vevő lemondta: {time}.*</translation>
    </message>
    <message>
        <source>*The payment failed.* Take {amount} another way, or hand over unpaid.</source>
        <translation>*Nem sikerült a fizetés.* Más módon vegyen át {amount} összeget, vagy adja át fizetés nélkül.</translation>
    </message>
    <message>
        <source>*The payment is on its way to {vendor}.* The slip follows its yes.</source>
        <translation>*A fizetés úton: {vendor}.* A blokk az igenje után jön.</translation>
    </message>
    <message>
        <source>*What is to be paid is not known.* Ask, take it, then hand over.</source>
        <translation>*Nem tudni, mennyi a fizetendő.* Kérdezze meg, vegye át, aztán adja át.</translation>
    </message>
    <message>
        <source>*{amount} is still to be paid.* Take the payment, then hand over.</source>
        <translation>*Még fizetendő: {amount}.* Vegye át a fizetést, aztán adja át.</translation>
    </message>
    <message>
        <source>*{vendor} changed this order.* Compare the lines, then press *Seen*.</source>
        <translation>*{vendor} módosította a rendelést.* Vesse össze a sorokat, aztán nyomja meg: *Láttam*.</translation>
    </message>
    <message>
        <source>*{vendor} gave no number for this order, so it cannot be told.* Set it to collected there; *Left* takes it off this board.</source>
        <translation>*{vendor} nem adott számot ehhez, így nem értesíthető.* Állítsa ott átadottra; *Nem vette át* leveszi a tábláról.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Accept goes out by itself when it does.</source>
        <translation>*{vendor} még nem válaszolt.* Az Elfogad magától elmegy, ha válaszol.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Reject goes out by itself when it does.</source>
        <translation>*{vendor} még nem válaszolt.* Az Elutasít magától elmegy, ha válaszol.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* The payment is told when it does.</source>
        <translation>*{vendor} még nem válaszolt.* Ha válaszol, megtudja a fizetést.</translation>
    </message>
    <message>
        <source>*{vendor} is paused:* this order rings at {time}.</source>
        <translation>*{vendor} szünetel:* ez a rendelés {time}-kor csenget.</translation>
    </message>
    <message>
        <source>*{vendor} says otherwise: “{word}”.* Here it is closed.</source>
        <translation>*{vendor} mást mond: „{word}”.* Itt le van zárva.</translation>
    </message>
    <message>
        <source>*{vendor} shows “{word}”, which Pult does not know.* Look at it in {vendor}.</source>
        <translation>*{vendor} ezt mutatja: „{word}”, a Pult nem ismeri.* Nézze meg ott: {vendor}.</translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation>Ne adja át.</translation>
    </message>
    <message>
        <source>Do not hand the order over.</source>
        <translation>Ne adja át a rendelést.</translation>
    </message>
    <message>
        <source>Do not prepare it.</source>
        <translation>Ne készítse el.</translation>
    </message>
    <message>
        <source>Handed over unpaid: {reason}.</source>
        <translation>Fizetés nélkül átadva: {reason}.</translation>
    </message>
    <message>
        <source>It came while {vendor} was paused.</source>
        <translation>Szünet alatt érkezett ({vendor}).</translation>
    </message>
    <message>
        <source>It is paid.</source>
        <translation>Ki van fizetve.</translation>
    </message>
    <message>
        <source>It then rests in *Later* until {time}.</source>
        <translation>Utána a *Később* alatt pihen {time}-ig.</translation>
    </message>
    <message>
        <source>Money back: {amount}, by hand.</source>
        <translation>Pénz vissza: {amount}, kézzel.</translation>
    </message>
    <message>
        <source>Next: *accept*.</source>
        <translation>Következik: *elfogadás*.</translation>
    </message>
    <message>
        <source>Next: *take the payment.* {vendor} makes the order with it.</source>
        <translation>Következik: *fizetés.* A rendelést {vendor} ezzel hozza létre.</translation>
    </message>
    <message>
        <source>Next: give it to the driver, then press *On the way*.</source>
        <translation>Következik: adja a futárnak, aztán nyomja meg: *Úton*.</translation>
    </message>
    <message>
        <source>Next: hand over, then press *Collected*.</source>
        <translation>Következik: adja át, aztán nyomja meg: *Átadva*.</translation>
    </message>
    <message>
        <source>Next: look in *{vendor}* whether it is paid, then say so here.</source>
        <translation>Következik: nézze meg itt: *{vendor}*, ki van-e fizetve, és jelezze itt.</translation>
    </message>
    <message>
        <source>Next: prepare it, then press *Ready*.</source>
        <translation>Következik: készítse el, aztán nyomja meg: *Kész*.</translation>
    </message>
    <message>
        <source>Next: scan the customer's *new order number* to use the money for it, or give it back and press *Money returned*.</source>
        <translation>Következik: olvassa be a vevő *új rendelésszámát*, hogy a pénz arra menjen, vagy adja vissza, és nyomja meg: *Pénz visszaadva*.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not charge again.</source>
        <translation>Következik: várjon, vagy nyomja meg: *Újra kérdez*. Ne fizettesse újra.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not prepare it.</source>
        <translation>Következik: várjon, vagy nyomja meg: *Újra kérdez*. Ne készítse el.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. The order is kept.</source>
        <translation>Következik: várjon, vagy nyomja meg: *Újra kérdez*. A rendelés megvan.</translation>
    </message>
    <message>
        <source>Not accepted by itself: an item is not in the catalogue.</source>
        <translation>Magától nincs elfogadva: egy tétel nincs a katalógusban.</translation>
    </message>
    <message>
        <source>Not accepted by itself: an item is sold out.</source>
        <translation>Magától nincs elfogadva: egy tétel elfogyott.</translation>
    </message>
    <message>
        <source>Not accepted by itself: it costs more than the limit.</source>
        <translation>Magától nincs elfogadva: többe kerül a határnál.</translation>
    </message>
    <message>
        <source>Not accepted by itself: not at this hour.</source>
        <translation>Magától nincs elfogadva: ebben az órában nem.</translation>
    </message>
    <message>
        <source>Not accepted by itself: something is to be paid here.</source>
        <translation>Magától nincs elfogadva: itt fizetni kell.</translation>
    </message>
    <message>
        <source>Not accepted by itself: the customer wrote a note.</source>
        <translation>Magától nincs elfogadva: a vevő megjegyzést írt.</translation>
    </message>
    <message>
        <source>Not accepted by itself: the printer of its slip was not well.</source>
        <translation>Magától nincs elfogadva: a blokkja nyomtatója nem volt rendben.</translation>
    </message>
    <message>
        <source>Nothing is to be paid here.</source>
        <translation>Itt nincs fizetnivaló.</translation>
    </message>
    <message>
        <source>Nothing is to be paid here. Look in *{vendor}* what it waits for.</source>
        <translation>Itt nincs fizetnivaló. Nézze meg, mire vár: *{vendor}*.</translation>
    </message>
    <message>
        <source>Stop preparing.</source>
        <translation>Hagyja abba a készítését.</translation>
    </message>
    <message>
        <source>The payment failed; take it another way.</source>
        <translation>Nem sikerült a fizetés; vegye át más módon.</translation>
    </message>
    <message>
        <source>There is no money to give back.</source>
        <translation>Nincs visszaadandó pénz.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Nincs teendő.</translation>
    </message>
    <message>
        <source>What is to be paid here is not known: ask.</source>
        <translation>Nem tudni, mennyi itt a fizetendő: kérdezze meg.</translation>
    </message>
    <message>
        <source>{amount} is to be paid here before hand-over.</source>
        <translation>Átadás előtt itt fizetendő: {amount}.</translation>
    </message>
    <message>
        <source>{move} cannot be undone.</source>
        <translation>{move}: nem vonható vissza.</translation>
    </message>
    <message>
        <source>{vendor} does not undo it.</source>
        <translation>{vendor} nem vonja vissza.</translation>
    </message>
    <message>
        <source>{vendor} is not told yet; Pult goes on by itself.</source>
        <translation>{vendor} még nem tud róla; a Pult magától folytatja.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} nem kap értesítést.</translation>
    </message>
    <message>
        <source>{vendor} is not told: see *To settle*.</source>
        <translation>{vendor} nem kap értesítést, lásd: *Rendezendő*.</translation>
    </message>
    <message>
        <source>{vendor} is told when Undo has run out.</source>
        <translation>{vendor} akkor tudja meg, ha lejárt a visszavonás ideje.</translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation>{vendor} tud róla.</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Show the whole note</source>
        <translation>Teljes megjegyzés</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n slips go to “{printer}”</source>
        <translation>
            <numerusform>%n blokk ide megy: „{printer}”</numerusform>
        </translation>
    </message>
    <message>
        <source>1 has changed meanwhile: look at it.</source>
        <translation>1 közben megváltozott: nézze meg.</translation>
    </message>
    <message>
        <source>1 order collected.</source>
        <translation>1 rendelés átadva.</translation>
    </message>
    <message>
        <source>1 order is back in Ready.</source>
        <translation>1 rendelés újra itt: Kész.</translation>
    </message>
    <message>
        <source>All orders are kept. Look at what is not confirmed and at the last slip.</source>
        <translation>Minden rendelés megvan. Nézze meg, mi nincs megerősítve, és az utolsó blokkot.</translation>
    </message>
    <message>
        <source>Another device is in place of “{device}”.</source>
        <translation>Más eszköz van a helyén: „{device}”.</translation>
    </message>
    <message>
        <source>Bring back is in History.</source>
        <translation>A Visszahozás az Előzményekben van.</translation>
    </message>
    <message>
        <source>Change: {amount}.</source>
        <translation>Visszajáró: {amount}.</translation>
    </message>
    <message>
        <source>Compare the lines, then press Seen.</source>
        <translation>Vesse össze a sorokat, aztán nyomja meg: Láttam.</translation>
    </message>
    <message>
        <source>Customers can still order; new orders are held.</source>
        <translation>A vevők továbbra is rendelhetnek; az új rendeléseket visszatartjuk.</translation>
    </message>
    <message>
        <source>Customers can still order; new orders are rejected.</source>
        <translation>A vevők továbbra is rendelhetnek; az új rendeléseket elutasítjuk.</translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation>Kijött a blokk: {number}?</translation>
    </message>
    <message>
        <source>Did the badge of {name} come out?</source>
        <translation>Kijött {name} kitűzője?</translation>
    </message>
    <message>
        <source>Did the station slip of {number} come out?</source>
        <translation>Kijött a részlegblokk: {number}?</translation>
    </message>
    <message>
        <source>Do not charge again. Look in {vendor}, then say so here.</source>
        <translation>Ne fizettesse újra. Nézze meg ott: {vendor}, és jelezze itt.</translation>
    </message>
    <message>
        <source>Do not hand it over. Then press Seen.</source>
        <translation>Ne adja át. Aztán nyomja meg: Láttam.</translation>
    </message>
    <message>
        <source>Do not prepare it. Then press Seen.</source>
        <translation>Ne készítse el. Aztán nyomja meg: Láttam.</translation>
    </message>
    <message>
        <source>Here it goes on. Settle it under Not in register.</source>
        <translation>Itt megy tovább. Rendezze itt: Nincs a pénztárgépben.</translation>
    </message>
    <message>
        <source>Here it is closed. Open it, look, then press Seen.</source>
        <translation>Itt le van zárva. Nyissa meg, nézze át, aztán nyomja meg: Láttam.</translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it. Look at it.</source>
        <translation>Itt úgy áll, ahogy ott: {vendor}. Nézze meg.</translation>
    </message>
    <message>
        <source>Here the order goes on. Set it in {vendor} by hand.</source>
        <translation>Itt a rendelés megy tovább. Ott állítsa be kézzel: {vendor}.</translation>
    </message>
    <message>
        <source>It came from {vendor}.</source>
        <translation>Innen érkezett: {vendor}.</translation>
    </message>
    <message>
        <source>It counts from now on, a former one no more.</source>
        <translation>Mostantól ez érvényes, a korábbi nem.</translation>
    </message>
    <message>
        <source>It does not count. Throw it away and print it again.</source>
        <translation>Nem érvényes. Dobja el, és nyomtassa újra.</translation>
    </message>
    <message>
        <source>It is kept aside. Ask {vendor} whether a customer waits.</source>
        <translation>Félretettük. Kérdezze meg: {vendor}, vár-e rá vevő.</translation>
    </message>
    <message>
        <source>It is not accepted. Do not prepare it yet.</source>
        <translation>Nincs elfogadva. Még ne készítse el.</translation>
    </message>
    <message>
        <source>It is not rejected. The customer waits.</source>
        <translation>Nincs elutasítva. A vevő vár.</translation>
    </message>
    <message>
        <source>It is not sent again by itself. Look there, then open it.</source>
        <translation>Magától nem megy el újra. Nézze meg ott, aztán nyissa meg.</translation>
    </message>
    <message>
        <source>It is too late to undo.</source>
        <translation>Már nem vonható vissza.</translation>
    </message>
    <message>
        <source>It reads nothing. Open Settings, Scanners, its scan doctor.</source>
        <translation>Nem olvas. Nyissa meg: Beállítások, Olvasók, olvasóvizsgálat.</translation>
    </message>
    <message>
        <source>It rings at {time}. Open it to take it now.</source>
        <translation>Csenget: {time}. Nyissa meg, ha most veszi fel.</translation>
    </message>
    <message>
        <source>Keep the money and do not charge again. Pult asks by itself.</source>
        <translation>Tartsa meg a pénzt, és ne fizettesse újra. A Pult magától rákérdez.</translation>
    </message>
    <message>
        <source>Keep the money. Open the order to see what to do.</source>
        <translation>Tartsa meg a pénzt. Nyissa meg a rendelést: ott a teendő.</translation>
    </message>
    <message>
        <source>Make sure that the customer has not paid twice.</source>
        <translation>Győződjön meg róla, hogy a vevő nem fizetett kétszer.</translation>
    </message>
    <message>
        <source>New order {number}.</source>
        <translation>Új rendelés: {number}.</translation>
    </message>
    <message>
        <source>New orders ring again.</source>
        <translation>Az új rendelések újra csengetnek.</translation>
    </message>
    <message>
        <source>New orders with it are marked; the vendors still offer it.</source>
        <translation>Az ilyen új rendeléseket megjelöljük; a partnerek továbbra is kínálják.</translation>
    </message>
    <message>
        <source>No badge for {name}: {why}.</source>
        <translation>Nincs kitűző ({name}): {why}.</translation>
    </message>
    <message>
        <source>No order was collected.</source>
        <translation>Egy rendelés sem lett átadva.</translation>
    </message>
    <message>
        <source>No slip came out. Press Print if it is still wanted.</source>
        <translation>Nem jött ki blokk. Ha még kell, nyomja meg: Nyomtatás.</translation>
    </message>
    <message>
        <source>No slip comes out here by itself; press Print if you need it.</source>
        <translation>Itt magától nem jön ki blokk; ha kell, nyomja meg: Nyomtatás.</translation>
    </message>
    <message>
        <source>No slip for {number}: nothing prints slips.</source>
        <translation>Nincs blokk ({number}): semmi sem nyomtat blokkot.</translation>
    </message>
    <message>
        <source>No vendor can reach this till.</source>
        <translation>Egy partner sem éri el ezt a pénztárt.</translation>
    </message>
    <message>
        <source>Nobody was told.</source>
        <translation>Senki sem értesült.</translation>
    </message>
    <message>
        <source>Nothing is open with {vendor} any more.</source>
        <translation>Nincs már nyitott dolog itt: {vendor}.</translation>
    </message>
    <message>
        <source>Nothing is sent twice. Pult asks.</source>
        <translation>Semmi sem megy el kétszer. A Pult rákérdez.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again.</source>
        <translation>Semmi sem változott. Olvassa be újra.</translation>
    </message>
    <message>
        <source>Open orders by a tap. Look at its cable; it is found by itself.</source>
        <translation>A rendeléseket nyissa koppintással. Nézze meg a kábelét; a Pult magától megtalálja.</translation>
    </message>
    <message>
        <source>Orders are kept and Pult goes on. Look at the order again.</source>
        <translation>A rendelések megvannak, a Pult megy tovább. Nézze meg újra a rendelést.</translation>
    </message>
    <message>
        <source>Orders are safe, but nothing reaches {vendor}. Open Settings.</source>
        <translation>A rendelések biztonságban vannak, de semmi sem jut el ide: {vendor}. Nyissa meg a Beállításokat.</translation>
    </message>
    <message>
        <source>Orders go on.</source>
        <translation>A rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late.</source>
        <translation>A rendelések itt biztonságban vannak. Az újak késhetnek.</translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late: look in {vendor}.</source>
        <translation>A rendelések itt biztonságban vannak. Az újak késhetnek: nézze ott: {vendor}.</translation>
    </message>
    <message>
        <source>Orders here are safe. What you do is sent when it answers.</source>
        <translation>A rendelések itt biztonságban vannak. Amit tesz, elmegy, ha válaszol.</translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away.</source>
        <translation>A táblán lévő rendelések biztonságban vannak, újat nem veszünk fel.</translation>
    </message>
    <message>
        <source>Prepare it now.</source>
        <translation>Készítse el most.</translation>
    </message>
    <message>
        <source>Press Seen when you have looked.</source>
        <translation>Ha megnézte, nyomja meg: Láttam.</translation>
    </message>
    <message>
        <source>Printed there and nowhere else.</source>
        <translation>Ott lett kinyomtatva, máshol nem.</translation>
    </message>
    <message>
        <source>Pult cannot save.</source>
        <translation>A Pult nem tud menteni.</translation>
    </message>
    <message>
        <source>Pult saves again.</source>
        <translation>A Pult újra ment.</translation>
    </message>
    <message>
        <source>Pult stopped by itself and was started again.</source>
        <translation>A Pult magától leállt és újraindult.</translation>
    </message>
    <message>
        <source>Ring it up on the register.</source>
        <translation>Üsse be a pénztárgépbe.</translation>
    </message>
    <message>
        <source>Scan it once. If it did not come out, print it again.</source>
        <translation>Olvassa le egyszer. Ha nem jött ki, nyomtassa újra.</translation>
    </message>
    <message>
        <source>See to the printer, then print it again.</source>
        <translation>Nézze meg a nyomtatót, majd nyomtassa újra.</translation>
    </message>
    <message>
        <source>Show {number}</source>
        <translation>{number} megnyitása</translation>
    </message>
    <message>
        <source>Slip {number} goes to “{printer}”</source>
        <translation>A blokk ({number}) ide megy: „{printer}”</translation>
    </message>
    <message>
        <source>Slip {number} is printed.</source>
        <translation>Kinyomtatva: {number} blokkja.</translation>
    </message>
    <message>
        <source>Slip {number} is settled.</source>
        <translation>Rendezve: {number} blokkja.</translation>
    </message>
    <message>
        <source>Slip {number} waits and comes by itself. Orders go on.</source>
        <translation>{number} blokkja vár, magától kijön. A rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>Slips that waited come by themselves.</source>
        <translation>A várakozó blokkok maguktól kijönnek.</translation>
    </message>
    <message>
        <source>Slips wait and come by themselves. Orders go on.</source>
        <translation>A blokkok várnak, és maguktól kijönnek. A rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>Something in Pult went wrong.</source>
        <translation>Valami elromlott a Pultban.</translation>
    </message>
    <message>
        <source>Stop preparing, then press Seen.</source>
        <translation>Hagyja abba a készítését, aztán nyomja meg: Láttam.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Visszavétel</translation>
    </message>
    <message>
        <source>Take it another way, or hand over unpaid with a reason.</source>
        <translation>Vegye át más módon, vagy adja át fizetés nélkül, okkal.</translation>
    </message>
    <message>
        <source>That is no longer possible.</source>
        <translation>Ez már nem lehetséges.</translation>
    </message>
    <message>
        <source>That no longer holds.</source>
        <translation>Ez már nem érvényes.</translation>
    </message>
    <message>
        <source>The answer is kept. Look at new orders in {vendor} too.</source>
        <translation>A válasz megvan. Nézze meg az új rendeléseket ott is: {vendor}.</translation>
    </message>
    <message>
        <source>The badge of {name} is printed.</source>
        <translation>{name} kitűzője kinyomtatva.</translation>
    </message>
    <message>
        <source>The badge of {name} was sent to the printer.</source>
        <translation>{name} kitűzője a nyomtatóhoz került.</translation>
    </message>
    <message>
        <source>The cover of “{printer}” is open.</source>
        <translation>Nyitva a fedele: „{printer}”.</translation>
    </message>
    <message>
        <source>The customer cancelled {number}.</source>
        <translation>A vevő lemondta: {number}.</translation>
    </message>
    <message>
        <source>The customer cancelled. Do not prepare it.</source>
        <translation>A vevő lemondta. Ne készítse el.</translation>
    </message>
    <message>
        <source>The customer cancelled. Stop preparing.</source>
        <translation>A vevő lemondta. Hagyja abba a készítését.</translation>
    </message>
    <message>
        <source>The drawer did not open: {why}.</source>
        <translation>A fiók nem nyílt ki: {why}.</translation>
    </message>
    <message>
        <source>The key of {vendor} cannot be read.</source>
        <translation>A kulcs nem olvasható: {vendor}.</translation>
    </message>
    <message>
        <source>The order goes on. Open Settings, Printers.</source>
        <translation>A rendelés megy tovább. Nyissa meg: Beállítások, Nyomtatók.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Look at it again.</source>
        <translation>A rendelés közben megváltozott. Nézze meg újra.</translation>
    </message>
    <message>
        <source>The order was cancelled since.</source>
        <translation>A rendelést közben lemondták.</translation>
    </message>
    <message>
        <source>The pause of {vendor} is over.</source>
        <translation>Vége a szünetnek: {vendor}.</translation>
    </message>
    <message>
        <source>The payment is noted. Open the drawer with the key.</source>
        <translation>A fizetés fel van jegyezve. A fiókot nyissa kulccsal.</translation>
    </message>
    <message>
        <source>The slip has “?” for them. Read the order here.</source>
        <translation>A blokkon „?” áll helyettük. A rendelést itt olvassa.</translation>
    </message>
    <message>
        <source>The station slip of {number} waits and comes by itself. Orders go on.</source>
        <translation>{number} részlegblokkja vár, magától kijön. A rendelések mennek tovább.</translation>
    </message>
    <message>
        <source>The vendor is being told.</source>
        <translation>A partner most értesül.</translation>
    </message>
    <message>
        <source>The vendor is not told.</source>
        <translation>A partner nem kap értesítést.</translation>
    </message>
    <message>
        <source>The vendor is told in {seconds} s.</source>
        <translation>A partner {seconds} mp múlva értesül.</translation>
    </message>
    <message>
        <source>They have changed meanwhile. Look at them again.</source>
        <translation>Közben megváltoztak. Nézze meg őket újra.</translation>
    </message>
    <message>
        <source>This is settled.</source>
        <translation>Ez rendezve van.</translation>
    </message>
    <message>
        <source>Walk-in order {number} is placed.</source>
        <translation>Helyi rendelés felvéve: {number}.</translation>
    </message>
    <message>
        <source>What waited is sent now.</source>
        <translation>Ami várt, most elmegy.</translation>
    </message>
    <message>
        <source>You have seen it.</source>
        <translation>Megnézte.</translation>
    </message>
    <message>
        <source>{amount} taken.</source>
        <translation>{amount} átvéve.</translation>
    </message>
    <message>
        <source>{amount} to be paid.</source>
        <translation>{amount} fizetendő.</translation>
    </message>
    <message>
        <source>{count} could not be: see History.</source>
        <translation>{count} nem sikerült: lásd Előzmények.</translation>
    </message>
    <message>
        <source>{count} have changed meanwhile: look at them.</source>
        <translation>{count} közben megváltozott: nézze meg.</translation>
    </message>
    <message>
        <source>{count} orders are back in Ready.</source>
        <translation>{count} rendelés újra itt: Kész.</translation>
    </message>
    <message>
        <source>{count} orders collected.</source>
        <translation>{count} rendelés átadva.</translation>
    </message>
    <message>
        <source>{name} answers again.</source>
        <translation>{name} újra válaszol.</translation>
    </message>
    <message>
        <source>{name} is on sale again.</source>
        <translation>{name} újra kapható.</translation>
    </message>
    <message>
        <source>{name} is sold out today.</source>
        <translation>{name} ma elfogyott.</translation>
    </message>
    <message>
        <source>{name} lets this shop in again.</source>
        <translation>{name} újra beengedi ezt a boltot.</translation>
    </message>
    <message>
        <source>{name} reaches this till again.</source>
        <translation>{name} újra eléri ezt a pénztárt.</translation>
    </message>
    <message>
        <source>{number} accepted.</source>
        <translation>{number} elfogadva.</translation>
    </message>
    <message>
        <source>{number} cancelled.</source>
        <translation>{number} törölve.</translation>
    </message>
    <message>
        <source>{number} collected.</source>
        <translation>{number} átadva.</translation>
    </message>
    <message>
        <source>{number} handed over unpaid.</source>
        <translation>{number} fizetés nélkül átadva.</translation>
    </message>
    <message>
        <source>{number} is back in Preparing.</source>
        <translation>{number} újra itt: Készül.</translation>
    </message>
    <message>
        <source>{number} is back where it was.</source>
        <translation>{number} ott van újra, ahol volt.</translation>
    </message>
    <message>
        <source>{number} is due at {time}.</source>
        <translation>{number} esedékes: {time}.</translation>
    </message>
    <message>
        <source>{number} is not in {vendor}.</source>
        <translation>{number} nincs itt: {vendor}.</translation>
    </message>
    <message>
        <source>{number} is wanted as soon as possible now.</source>
        <translation>{number} most már minél előbb kell.</translation>
    </message>
    <message>
        <source>{number} left.</source>
        <translation>{number}: nem vette át.</translation>
    </message>
    <message>
        <source>{number} moved.</source>
        <translation>{number} áthelyezve.</translation>
    </message>
    <message>
        <source>{number} on the way.</source>
        <translation>{number} úton.</translation>
    </message>
    <message>
        <source>{number} ready.</source>
        <translation>{number} kész.</translation>
    </message>
    <message>
        <source>{number} rejected by the pause: {reason}.</source>
        <translation>{number}: a szünet elutasította: {reason}.</translation>
    </message>
    <message>
        <source>{number} rejected.</source>
        <translation>{number} elutasítva.</translation>
    </message>
    <message>
        <source>{number} seen.</source>
        <translation>{number} megnézve.</translation>
    </message>
    <message>
        <source>{number} waits: {vendor} is paused.</source>
        <translation>{number} vár: {vendor} szünetel.</translation>
    </message>
    <message>
        <source>{number} was accepted elsewhere first.</source>
        <translation>Máshol előbb elfogadták: {number}.</translation>
    </message>
    <message>
        <source>{number} was due at {time}, while Pult was off.</source>
        <translation>{number} esedékes volt: {time}, amíg a Pult ki volt kapcsolva.</translation>
    </message>
    <message>
        <source>{number} was ended elsewhere.</source>
        <translation>Máshol lezárták: {number}.</translation>
    </message>
    <message>
        <source>{number} was rejected elsewhere.</source>
        <translation>Máshol elutasították: {number}.</translation>
    </message>
    <message>
        <source>{number} was set to Collected elsewhere.</source>
        <translation>Máshol átadottra állították: {number}.</translation>
    </message>
    <message>
        <source>{number} was set to Left elsewhere.</source>
        <translation>Máshol „Nem vette át” lett: {number}.</translation>
    </message>
    <message numerus="yes">
        <source>{number}: %n letters could not be printed by “{printer}”.</source>
        <translation>
            <numerusform>{number}: „{printer}” %n betűt nem tudott kinyomtatni.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: money returned.</source>
        <translation>{number}: pénz visszaadva.</translation>
    </message>
    <message>
        <source>{number}: no payment was noted.</source>
        <translation>{number}: nincs fizetés feljegyezve.</translation>
    </message>
    <message>
        <source>{number}: payment accepted.</source>
        <translation>{number}: fizetés elfogadva.</translation>
    </message>
    <message>
        <source>{number}: payment failed.</source>
        <translation>{number}: sikertelen fizetés.</translation>
    </message>
    <message>
        <source>{number}: payment received.</source>
        <translation>{number}: kifizetve.</translation>
    </message>
    <message>
        <source>{number}: somebody else booked the payment first.</source>
        <translation>{number}: valaki más előbb könyvelte a fizetést.</translation>
    </message>
    <message>
        <source>{number}: that is no longer possible.</source>
        <translation>{number}: ez már nem lehetséges.</translation>
    </message>
    <message>
        <source>{number}: the loyalty points are settled.</source>
        <translation>{number}: a hűségpontok rendezve.</translation>
    </message>
    <message>
        <source>{number}: the payment is settled.</source>
        <translation>{number}: a fizetés rendezve.</translation>
    </message>
    <message>
        <source>{number}: your {move} is settled.</source>
        <translation>{number}: {move} rendezve.</translation>
    </message>
    <message>
        <source>{number}: your {move} may not have reached {vendor}.</source>
        <translation>{number}: lehet, hogy nem jutott el: {move} ({vendor}).</translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed that it has the order.</source>
        <translation>{number}: {vendor} nem erősítette meg, hogy megkapta a rendelést.</translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed the payment.</source>
        <translation>{number}: {vendor} nem erősítette meg a fizetést.</translation>
    </message>
    <message>
        <source>{number}: {vendor} says otherwise.</source>
        <translation>{number}: {vendor} mást mond.</translation>
    </message>
    <message>
        <source>{number}: {vendor} went on before your {move} was sent.</source>
        <translation>{number}: {vendor} továbblépett, mielőtt elment volna: {move}.</translation>
    </message>
    <message>
        <source>{vendor} answered in words Pult does not know.</source>
        <translation>{vendor} a Pult által nem ismert szavakkal válaszolt.</translation>
    </message>
    <message>
        <source>{vendor} cannot reach this till.</source>
        <translation>{vendor} nem éri el ezt a pénztárt.</translation>
    </message>
    <message>
        <source>{vendor} changed {number}.</source>
        <translation>{vendor} módosította: {number}.</translation>
    </message>
    <message>
        <source>{vendor} confirmed {move} for {number}.</source>
        <translation>{vendor} megerősítette: {move}, {number}.</translation>
    </message>
    <message>
        <source>{vendor} did not confirm the amount in time. Take payment again.</source>
        <translation>{vendor} nem erősítette meg időben az összeget. Nyomja meg újra: Fizetés.</translation>
    </message>
    <message>
        <source>{vendor} does not accept the key.</source>
        <translation>{vendor} nem fogadja el a kulcsot.</translation>
    </message>
    <message>
        <source>{vendor} does not answer.</source>
        <translation>{vendor} nem válaszol.</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in.</source>
        <translation>{vendor} nem engedi be ezt a boltot.</translation>
    </message>
    <message>
        <source>{vendor} gave no order.</source>
        <translation>{vendor} nem adott rendelést.</translation>
    </message>
    <message>
        <source>{vendor} goes on.</source>
        <translation>{vendor} folytatódik.</translation>
    </message>
    <message>
        <source>{vendor} has not confirmed it yet.</source>
        <translation>{vendor} még nem erősítette meg.</translation>
    </message>
    <message>
        <source>{vendor} is being told.</source>
        <translation>{vendor} most értesül.</translation>
    </message>
    <message>
        <source>{vendor} is making the order.</source>
        <translation>{vendor} létrehozza a rendelést.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} nem kap értesítést.</translation>
    </message>
    <message>
        <source>{vendor} is not told: see To settle.</source>
        <translation>{vendor} nem kap értesítést, lásd: Rendezendő.</translation>
    </message>
    <message>
        <source>{vendor} is paused until you resume it.</source>
        <translation>{vendor} szünetel, amíg nem folytatja.</translation>
    </message>
    <message>
        <source>{vendor} is paused until {time}.</source>
        <translation>{vendor} szünetel eddig: {time}.</translation>
    </message>
    <message>
        <source>{vendor} is told in {seconds} s.</source>
        <translation>{vendor}: értesül {seconds} mp múlva.</translation>
    </message>
    <message>
        <source>{vendor} is told once it lets this shop in.</source>
        <translation>{vendor} akkor értesül, ha beengedi ezt a boltot.</translation>
    </message>
    <message>
        <source>{vendor} is told when it answers again.</source>
        <translation>{vendor} akkor értesül, ha újra válaszol.</translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation>{vendor} tud róla.</translation>
    </message>
    <message>
        <source>{vendor} refused it.</source>
        <translation>{vendor} visszautasította.</translation>
    </message>
    <message>
        <source>{vendor} refused {move} for {number}.</source>
        <translation>{vendor} visszautasította: {move}, {number}.</translation>
    </message>
    <message>
        <source>{vendor} sent an order it does not know itself.</source>
        <translation>{vendor} olyan rendelést küldött, amelyet maga sem ismer.</translation>
    </message>
    <message>
        <source>{vendor} was not told of it.</source>
        <translation>{vendor} nem kapott értesítést.</translation>
    </message>
    <message>
        <source>{why}. Put right, it may still print it by itself.</source>
        <translation>{why}. Ha rendbe jön, még magától kinyomtathatja.</translation>
    </message>
    <message>
        <source>“{device}” read something that is no code.</source>
        <translation>„{device}” olyat olvasott, ami nem kód.</translation>
    </message>
    <message>
        <source>“{device}” reads nothing.</source>
        <translation>„{device}” nem olvas.</translation>
    </message>
    <message>
        <source>“{name}” prints again.</source>
        <translation>„{name}” újra nyomtat.</translation>
    </message>
    <message>
        <source>“{name}” reads again.</source>
        <translation>„{name}” újra olvas.</translation>
    </message>
    <message>
        <source>“{printer}” stopped answering at the end. Look at it.</source>
        <translation>„{printer}” a végén nem válaszolt. Nézze meg.</translation>
    </message>
    <message>
        <source>“{printer}” {cause}</source>
        <translation>„{printer}” {cause}</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>A number holds for 24 hours, and only the last one counts. The customer's app makes its own; this is for the basket of the session set here.</source>
        <translation>Egy szám 24 óráig érvényes, és csak az utolsó számít. A vevő appja sajátot készít; ez az itt beállított munkamenet kosarához való.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Kérdezés…</translation>
    </message>
    <message>
        <source>Get an order number</source>
        <translation>Rendelésszám kérése</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Cancelled</source>
        <translation>Lemondva</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nem vette át</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Új</translation>
    </message>
    <message>
        <source>No slip: accepted elsewhere</source>
        <translation>Nincs blokk: máshol fogadták el</translation>
    </message>
    <message>
        <source>No slip: it was given up</source>
        <translation>Nincs blokk: lemondtak róla</translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation>Nincs blokk: nincs nyomtató</translation>
    </message>
    <message>
        <source>No station slip on “{printer}”: it was given up</source>
        <translation>Nincs részlegblokk („{printer}”): lemondtak róla</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Úton</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Készül</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Elutasítva</translation>
    </message>
    <message>
        <source>Slip came out of “{printer}”</source>
        <translation>Kijött a blokk: „{printer}”</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation>A blokk ide megy: „{printer}”</translation>
    </message>
    <message>
        <source>Slip is being printed on “{printer}”</source>
        <translation>A blokk nyomtatása: „{printer}”</translation>
    </message>
    <message>
        <source>Slip not confirmed by “{printer}”</source>
        <translation>A blokkot nem erősítette meg: „{printer}”</translation>
    </message>
    <message>
        <source>Slip printed {time} on “{printer}”</source>
        <translation>Blokk kinyomtatva {time}, „{printer}”</translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm it</source>
        <translation>Blokk elküldve ide: „{printer}”; nem tudja megerősíteni</translation>
    </message>
    <message>
        <source>Slip sent {time} to “{printer}”, which cannot confirm it</source>
        <translation>Blokk elküldve {time} ide: „{printer}”; nem tudja megerősíteni</translation>
    </message>
    <message>
        <source>Slip waits: “{printer}” {cause}</source>
        <translation>Vár a blokk: „{printer}” {cause}</translation>
    </message>
    <message>
        <source>Station slip came out of “{printer}”</source>
        <translation>Kijött a részlegblokk: „{printer}”</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation>A részlegblokk ide megy: „{printer}”</translation>
    </message>
    <message>
        <source>Station slip is being printed on “{printer}”</source>
        <translation>A részlegblokk nyomtatása: „{printer}”</translation>
    </message>
    <message>
        <source>Station slip not confirmed by “{printer}”</source>
        <translation>A részlegblokkot nem erősítette meg: „{printer}”</translation>
    </message>
    <message>
        <source>Station slip printed {time} on “{printer}”</source>
        <translation>Részlegblokk kinyomtatva {time}, „{printer}”</translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm it</source>
        <translation>Részlegblokk elküldve ide: „{printer}”; nem tudja megerősíteni</translation>
    </message>
    <message>
        <source>Station slip waits: “{printer}” {cause}</source>
        <translation>Vár a részlegblokk: „{printer}” {cause}</translation>
    </message>
    <message>
        <source>app order {time}</source>
        <translation>appos rendelés {time}</translation>
    </message>
    <message>
        <source>cannot cut</source>
        <translation>nem tud vágni</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>nem válaszol</translation>
    </message>
    <message>
        <source>has little paper</source>
        <translation>papírja fogy</translation>
    </message>
    <message>
        <source>has no paper</source>
        <translation>papírja elfogyott</translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation>még nem válaszolt</translation>
    </message>
    <message>
        <source>is another device now</source>
        <translation>most más eszköz</translation>
    </message>
    <message>
        <source>is not reachable</source>
        <translation>nem érhető el</translation>
    </message>
    <message>
        <source>is offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>is open</source>
        <translation>fedele nyitva</translation>
    </message>
    <message>
        <source>is ready again</source>
        <translation>újra kész</translation>
    </message>
    <message>
        <source>kiosk order {time}</source>
        <translation>kioszkrendelés {time}</translation>
    </message>
    <message>
        <source>ordered {time}</source>
        <translation>rendelve {time}</translation>
    </message>
    <message>
        <source>ordered {time} by {channel}</source>
        <translation>rendelve {time}, {channel}</translation>
    </message>
    <message>
        <source>web order {time}</source>
        <translation>webes rendelés {time}</translation>
    </message>
    <message>
        <source>{number} more than once at {vendor}</source>
        <translation>{number} többször is: {vendor}</translation>
    </message>
    <message>
        <source>{number} more than once: {vendors}</source>
        <translation>{number} többször is: {vendors}</translation>
    </message>
    <message>
        <source>{number} twice: {vendors}</source>
        <translation>{number} kétszer: {vendors}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} és {last}</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>Erase this customer's data</source>
        <translation>A vevő adatainak törlése</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Hűségkártya</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>Nincs kiválasztott rendelés</translation>
    </message>
    <message>
        <source>Open on the board</source>
        <translation>Megnyitás a táblán</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Rendelés {number}</translation>
    </message>
    <message>
        <source>Tap a line to see what happened.</source>
        <translation>Koppintson egy sorra, és látja, mi történt.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Rendezendő</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mi történt</translation>
    </message>
</context>
<context>
    <name>OrderDialogs</name>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Erase data</source>
        <translation>Adatok törlése</translation>
    </message>
    <message>
        <source>Erase the customer's data of {number}?</source>
        <translation>Törli a(z) {number} rendelés vevőjének adatait?</translation>
    </message>
    <message>
        <source>Name, phone, address, card and what was written go for good. Amounts and times stay. What a vendor knows of the customer stays there.</source>
        <translation>A név, a telefonszám, a cím, a kártya és az írott szöveg végleg törlődik. Az összegek és az időpontok megmaradnak. Amit egy partner tud a vevőről, ott marad.</translation>
    </message>
</context>
<context>
    <name>OrderNumber</name>
    <message>
        <source>42, A-42, or the vendor's id</source>
        <translation>42, A-42 vagy azonosító</translation>
    </message>
    <message>
        <source>Ask {vendor} for this id</source>
        <translation>Azonosító lekérése: {vendor}</translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation>Kérdezzük: {vendor}…</translation>
    </message>
    <message>
        <source>No order on the board has this number.</source>
        <translation>A táblán egy rendelésnek sincs ilyen száma.</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>Szám vagy azonosító</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Rendelésszám</translation>
    </message>
    <message>
        <source>Type a number, or the figures of one.</source>
        <translation>Írjon be egy számot vagy a számjegyeit.</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>No order open</source>
        <translation>Nincs megnyitott rendelés</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Rendelés {number}</translation>
    </message>
    <message>
        <source>Tap a card or scan a slip.</source>
        <translation>Koppintson egy kártyára, vagy olvasson be egy blokkot.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message numerus="yes">
        <source>%n new orders</source>
        <translation>
            <numerusform>%n új rendelés</numerusform>
        </translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tábla</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Delivery {time}</source>
        <translation>Szállítás {time}</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Házhoz szállítás</translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation>Úton {time} óta</translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation>Átvétel {time}</translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation>Elvitelre</translation>
    </message>
</context>
<context>
    <name>PanelFoot</name>
    <message>
        <source>More</source>
        <translation>Továbbiak</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>15 min earlier</source>
        <translation>15 perccel korábban</translation>
    </message>
    <message>
        <source>15 min later</source>
        <translation>15 perccel később</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Zárás</translation>
    </message>
    <message>
        <source>Customers can still order.</source>
        <translation>A vevők továbbra is rendelhetnek.</translation>
    </message>
    <message>
        <source>Customers can still order; Pult cannot close the shop at {vendor}.</source>
        <translation>A vevők továbbra is rendelhetnek; a Pult nem tudja ott bezárni az üzletet: {vendor}.</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>Mennyi időre?</translation>
    </message>
    <message>
        <source>Hold them, 10 min at most</source>
        <translation>Visszatartás, legfeljebb 10 p</translation>
    </message>
    <message>
        <source>Kitchen full</source>
        <translation>Tele a konyha</translation>
    </message>
    <message>
        <source>New orders are held, 10 min at most.</source>
        <translation>Az új rendeléseket visszatartjuk, legfeljebb 10 percig.</translation>
    </message>
    <message>
        <source>New orders are rejected, and the customer reads why.</source>
        <translation>Az új rendeléseket elutasítjuk, és a vevő olvassa, miért.</translation>
    </message>
    <message>
        <source>New orders meanwhile</source>
        <translation>Közben az új rendelések</translation>
    </message>
    <message>
        <source>New orders ring.</source>
        <translation>Az új rendelések csengetnek.</translation>
    </message>
    <message>
        <source>No vendor sends orders to this till.</source>
        <translation>Egy partner sem küld ide rendelést.</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Saját szavak</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Szünet</translation>
    </message>
    <message>
        <source>Pause and sold out</source>
        <translation>Szünet és elfogyott</translation>
    </message>
    <message>
        <source>Pause {vendor}</source>
        <translation>Szünet: {vendor}</translation>
    </message>
    <message>
        <source>Paused since</source>
        <translation>Szünetel ekkor óta</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Szünet…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Ok</translation>
    </message>
    <message>
        <source>Reason: {reason}. {orders}</source>
        <translation>Ok: {reason}. {orders}</translation>
    </message>
    <message>
        <source>Reject new orders</source>
        <translation>Új rendelések elutasítása</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>Folytatás most</translation>
    </message>
    <message>
        <source>Resume {vendor}</source>
        <translation>Folytatás: {vendor}</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Ma elfogyott</translation>
    </message>
    <message>
        <source>Sorry, our kitchen is full and cannot take more orders right now.</source>
        <translation>Sajnos tele van a konyhánk, most nem tudunk több rendelést felvenni.</translation>
    </message>
    <message>
        <source>Sorry, we are too few today to take more orders right now.</source>
        <translation>Sajnos ma kevesen vagyunk, most nem tudunk több rendelést felvenni.</translation>
    </message>
    <message>
        <source>Sorry, we cannot take orders right now for technical reasons.</source>
        <translation>Sajnos műszaki okból most nem tudunk rendelést felvenni.</translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation>Sajnos hamarosan zárunk, a rendelését már nem tudjuk elkészíteni.</translation>
    </message>
    <message>
        <source>Technical trouble</source>
        <translation>Műszaki gond</translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation>A vevő ezt olvassa (kötelező)</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>Az ok a saját szavaival</translation>
    </message>
    <message>
        <source>There is nobody to pause</source>
        <translation>Nincs kit szüneteltetni</translation>
    </message>
    <message>
        <source>Too few staff</source>
        <translation>Kevés a személyzet</translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation>Amíg kell</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>Eddig…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Mi a teendő</translation>
    </message>
    <message>
        <source>While a vendor is paused customers can still order: Pult cannot close its shop.</source>
        <translation>Szünet alatt a vevők továbbra is rendelhetnek: a Pult nem tudja bezárni a partner üzletét.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miért?</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>zárás</translation>
    </message>
    <message>
        <source>kitchen full</source>
        <translation>tele a konyha</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>szünetel</translation>
    </message>
    <message>
        <source>paused {count} h</source>
        <translation>szünet: {count} ó</translation>
    </message>
    <message>
        <source>paused {count} min</source>
        <translation>szünet: {count} p</translation>
    </message>
    <message>
        <source>technical trouble</source>
        <translation>műszaki gond</translation>
    </message>
    <message>
        <source>too few staff</source>
        <translation>kevés a személyzet</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} p</translation>
    </message>
    <message>
        <source>{vendor} is paused until you resume it</source>
        <translation>{vendor} szünetel, amíg nem folytatja</translation>
    </message>
    <message>
        <source>{vendor} is paused until {time}, {count} min left</source>
        <translation>{vendor} szünetel eddig: {time}, még {count} p</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>*{vendor} names no amount for this counter.* The order comes to {total}.</source>
        <translation>*{vendor} nem mond összeget ehhez a pulthoz.* A rendelés értéke {total}.</translation>
    </message>
    <message>
        <source>*{vendor} says “{word}”, which Pult does not know.* It names {due}; the order comes to {total}.</source>
        <translation>*{vendor} ezt mondja: „{word}”, a Pult nem ismeri.* Megnevezett összeg {due}; a rendelés értéke {total}.</translation>
    </message>
    <message>
        <source>Amount to pay</source>
        <translation>Fizetendő összeg</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kártya</translation>
    </message>
    <message>
        <source>Card declined: has the customer another one, or cash?</source>
        <translation>Elutasított kártya: van másik, vagy készpénz?</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Készpénz</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Kapott készpénz</translation>
    </message>
    <message>
        <source>Declined? Choose another way at the left.</source>
        <translation>Elutasítva? Válasszon más módot balra.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Pontosan</translation>
    </message>
    <message>
        <source>Has the customer another way to pay?</source>
        <translation>Tud a vevő más módon fizetni?</translation>
    </message>
    <message>
        <source>How much is to be paid here?</source>
        <translation>Mennyi itt a fizetendő?</translation>
    </message>
    <message>
        <source>It is not in {register} yet: settle it under “Not in register”.</source>
        <translation>Még nincs itt: {register}; rendezze itt: „Nincs a pénztárgépben”.</translation>
    </message>
    <message>
        <source>Key *{amount}* into the card terminal.</source>
        <translation>Üssön be *{amount}* összeget a kártyaterminálba.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Mód</translation>
    </message>
    <message>
        <source>Named {amount}</source>
        <translation>Megnevezve {amount}</translation>
    </message>
    <message>
        <source>Not accepted? Choose another way at the left.</source>
        <translation>Nem fogadta el? Válasszon más módot balra.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. It cannot be undone.</source>
        <translation>Még semmi sem ment el. Nem vonható vissza.</translation>
    </message>
    <message>
        <source>Only a part this way</source>
        <translation>Csak egy rész így</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Egyéb</translation>
    </message>
    <message>
        <source>Part paid this way</source>
        <translation>Így fizetett rész</translation>
    </message>
    <message>
        <source>Payment for {number}</source>
        <translation>Fizetés: {number}</translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. Nobody is told; the order stays, and cannot be handed over without a reason.</source>
        <translation>Csak akkor nyomja meg: *Sikertelen fizetés*, ha a vevő egyáltalán nem fizet. Senki sem értesül; a rendelés marad, és ok nélkül nem adható át.</translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. {vendor} is told; the order stays, and cannot be handed over without a reason.</source>
        <translation>Csak akkor nyomja meg: *Sikertelen fizetés*, ha a vevő egyáltalán nem fizet. {vendor} értesül; a rendelés marad, és ok nélkül nem adható át.</translation>
    </message>
    <message>
        <source>Press *Try another way* to take {amount} by card, in cash or otherwise.</source>
        <translation>Nyomja meg: *Más mód*, ha {amount} összeget kártyával, készpénzben vagy másképp vesz át.</translation>
    </message>
    <message>
        <source>Press “Payment received” last: {vendor} is told then, and for good.</source>
        <translation>Utoljára nyomja meg: „Kifizetve”; {vendor} akkor értesül, véglegesen.</translation>
    </message>
    <message>
        <source>Ring it up on the register too.</source>
        <translation>Üsse be a pénztárgépbe is.</translation>
    </message>
    <message>
        <source>Still to pay, of {amount}</source>
        <translation>Még fizetendő, ebből: {amount}</translation>
    </message>
    <message>
        <source>Take *{amount}* with voucher, meal card or on account.</source>
        <translation>Vegyen át *{amount}* összeget utalványból, étkezési kártyáról vagy számlára.</translation>
    </message>
    <message>
        <source>Take no money.</source>
        <translation>Ne vegyen át pénzt.</translation>
    </message>
    <message>
        <source>Take this amount</source>
        <translation>Összeg átvétele</translation>
    </message>
    <message>
        <source>The amount has changed. Tell the customer the new one.</source>
        <translation>Megváltozott az összeg. Mondja meg a vevőnek az újat.</translation>
    </message>
    <message>
        <source>The customer cancelled meanwhile. Take no money.</source>
        <translation>A vevő közben lemondta. Ne vegyen át pénzt.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Take no money now.</source>
        <translation>A rendelés közben megváltozott. Most ne vegyen át pénzt.</translation>
    </message>
    <message>
        <source>The register gets the order from Pult.</source>
        <translation>A pénztárgép a Pulttól kapja a rendelést.</translation>
    </message>
    <message>
        <source>Then choose how it is paid.</source>
        <translation>Aztán válassza ki, hogyan fizet.</translation>
    </message>
    <message>
        <source>This is settled already. Take no money.</source>
        <translation>Ez már rendezve van. Ne vegyen át pénzt.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Fizetendő</translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation>Összesen {amount}</translation>
    </message>
    <message>
        <source>Try another way</source>
        <translation>Más mód</translation>
    </message>
    <message>
        <source>Use the {amount} of {number}</source>
        <translation>{number} pénze: {amount}</translation>
    </message>
    <message>
        <source>When the terminal says it is approved, press *Payment received*.</source>
        <translation>Ha a terminál jóváhagyta, nyomja meg: *Kifizetve*.</translation>
    </message>
    <message>
        <source>When you have it, press *Payment received*.</source>
        <translation>Ha megkapta, nyomja meg: *Kifizetve*.</translation>
    </message>
    <message>
        <source>{amount} taken</source>
        <translation>{amount} átvéve</translation>
    </message>
    <message>
        <source>{caption} {exact}, in cash</source>
        <translation>{caption} {exact}, készpénzben</translation>
    </message>
    <message>
        <source>{vendor} is asked whether the amount still holds. Wait.</source>
        <translation>Megkérdezzük, érvényes-e még az összeg: {vendor}. Várjon.</translation>
    </message>
    <message>
        <source>{vendor} is not told of it.</source>
        <translation>{vendor} nem értesül róla.</translation>
    </message>
    <message>
        <source>{vendor} is told only then.</source>
        <translation>{vendor} csak akkor értesül.</translation>
    </message>
    <message>
        <source>“Payment received” cannot be undone.</source>
        <translation>A „Kifizetve” nem vonható vissza.</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nincs ilyen nevű.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Keresés</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Írja be a név egy részét</translation>
    </message>
    <message>
        <source>{count} more: type a part of the name.</source>
        <translation>Még {count}: írja be a név egy részét.</translation>
    </message>
</context>
<context>
    <name>PictureBox</name>
    <message>
        <source>Light</source>
        <translation>Fény</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Még nincs kép</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kép</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Élesség</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>The camera has sent no picture yet.</source>
        <translation>A kamera még nem küldött képet.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Amit a kamera lát</translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>Loyalty card</source>
        <translation>Hűségkártya</translation>
    </message>
    <message>
        <source>Loyalty points booked</source>
        <translation>Hűségpontok jóváírva</translation>
    </message>
    <message>
        <source>Loyalty points no longer sent</source>
        <translation>A hűségpontok már nem mennek el</translation>
    </message>
    <message>
        <source>Loyalty points not booked</source>
        <translation>Hűségpontok nincsenek jóváírva</translation>
    </message>
    <message>
        <source>Loyalty points not confirmed</source>
        <translation>A hűségpontok nincsenek megerősítve</translation>
    </message>
    <message>
        <source>Loyalty points not taken back</source>
        <translation>A hűségpontok nincsenek visszavéve</translation>
    </message>
    <message>
        <source>Loyalty points stay as they are</source>
        <translation>A hűségpontok maradnak</translation>
    </message>
    <message>
        <source>Loyalty points taken back</source>
        <translation>Hűségpontok visszavéve</translation>
    </message>
    <message>
        <source>Loyalty points: taking back not confirmed</source>
        <translation>Hűségpontok: a visszavétel nincs megerősítve</translation>
    </message>
    <message>
        <source>Points for {number} are not booked: the card is cancelled.</source>
        <translation>{number} pontjai nincsenek jóváírva: a kártya le van tiltva.</translation>
    </message>
    <message>
        <source>Points for {number} are not confirmed by {vendor}.</source>
        <translation>{number} pontjait nem erősítette meg: {vendor}.</translation>
    </message>
    <message>
        <source>Points for {number} are not taken back: {vendor} refused.</source>
        <translation>{number} pontjai nincsenek visszavéve: {vendor} visszautasította.</translation>
    </message>
    <message>
        <source>Points for {number}: {vendor} may have booked them already.</source>
        <translation>{number} pontjai: {vendor} talán már jóváírta.</translation>
    </message>
    <message>
        <source>Points go to {vendor} by themselves.</source>
        <translation>A pontok maguktól elmennek ide: {vendor}.</translation>
    </message>
    <message>
        <source>Points not booked</source>
        <translation>Nincs jóváírva pont</translation>
    </message>
    <message>
        <source>Points not confirmed</source>
        <translation>Pontok nincsenek megerősítve</translation>
    </message>
    <message>
        <source>Points not taken back</source>
        <translation>Pontok nincsenek visszavéve</translation>
    </message>
    <message>
        <source>The money is returned. Try again from the order.</source>
        <translation>A pénz vissza lett adva. Próbálja újra a rendelésből.</translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation>Az eladás pontjai másik kártyára mentek.</translation>
    </message>
    <message>
        <source>The sale stands. Ask for another card, or leave it.</source>
        <translation>Az eladás érvényes. Kérjen másik kártyát, vagy hagyja így.</translation>
    </message>
    <message>
        <source>The sale stands. Nothing is sent twice.</source>
        <translation>Az eladás érvényes. Semmi sem megy el kétszer.</translation>
    </message>
    <message>
        <source>The sale stands. Try again from the order.</source>
        <translation>Az eladás érvényes. Próbálja újra a rendelésből.</translation>
    </message>
    <message>
        <source>This does not look like a loyalty card.</source>
        <translation>Ez nem hűségkártyának látszik.</translation>
    </message>
    <message>
        <source>This order earns no points.</source>
        <translation>Ez a rendelés nem ér pontot.</translation>
    </message>
    <message>
        <source>no points for this order</source>
        <translation>nem jár érte pont</translation>
    </message>
    <message>
        <source>points booked</source>
        <translation>pontok jóváírva</translation>
    </message>
    <message>
        <source>points not booked</source>
        <translation>pontok nincsenek jóváírva</translation>
    </message>
    <message>
        <source>points not booked yet</source>
        <translation>pontok még nincsenek jóváírva</translation>
    </message>
    <message>
        <source>points not confirmed</source>
        <translation>pontok nincsenek megerősítve</translation>
    </message>
    <message>
        <source>points not taken back</source>
        <translation>pontok nincsenek visszavéve</translation>
    </message>
    <message>
        <source>points once it is paid</source>
        <translation>pontok fizetés után</translation>
    </message>
    <message>
        <source>points perhaps booked</source>
        <translation>pontok talán jóváírva</translation>
    </message>
    <message>
        <source>points taken back</source>
        <translation>pontok visszavéve</translation>
    </message>
    <message>
        <source>{number}: loyalty card noted.</source>
        <translation>{number}: hűségkártya feljegyezve.</translation>
    </message>
    <message>
        <source>{number}: loyalty card removed.</source>
        <translation>{number}: hűségkártya eltávolítva.</translation>
    </message>
    <message>
        <source>{number}: no loyalty card noted.</source>
        <translation>{number}: nincs hűségkártya feljegyezve.</translation>
    </message>
    <message>
        <source>{programme} did not confirm them. The sale stands.</source>
        <translation>{programme} nem erősítette meg. Az eladás érvényes.</translation>
    </message>
    <message>
        <source>{programme} did not take them: look at its lamp. The sale stands.</source>
        <translation>{programme} nem vette át: nézze a lámpáját. Az eladás érvényes.</translation>
    </message>
    <message>
        <source>{programme} may have booked them before it refused. The sale stands.</source>
        <translation>{programme} talán jóváírta, mielőtt visszautasította. Az eladás érvényes.</translation>
    </message>
    <message>
        <source>{programme} may not know that money was returned.</source>
        <translation>{programme} talán nem tudja, hogy visszaadták a pénzt.</translation>
    </message>
    <message>
        <source>{programme} refused the card: it is cancelled. The sale stands.</source>
        <translation>{programme} visszautasította: a kártya le van tiltva. Az eladás érvényes.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} nem kap értesítést.</translation>
    </message>
</context>
<context>
    <name>PointsRow</name>
    <message>
        <source>Another card</source>
        <translation>Másik kártya</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>Maradjon így</translation>
    </message>
    <message>
        <source>Remove card</source>
        <translation>Kártya levétele</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Próbálja újra</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>One order named PRACTICE goes the whole way: it rings, is accepted, its slip comes out, it is handed over. No vendor hears of it, and it counts nowhere.</source>
        <translation>Egy PRÓBA nevű rendelés végigjárja az egész utat: szól a jelzés, elfogadja, kijön a blokk, átadja. Egyik partner sem értesül róla, és sehol sem számít.</translation>
    </message>
    <message>
        <source>Practice order</source>
        <translation>Próbarendelés</translation>
    </message>
    <message>
        <source>Restart first: until then a practice order would run with the former settings. Afterwards you find it under Settings, Till.</source>
        <translation>Előbb az újraindítás: addig a próbarendelés a korábbi beállításokkal futna. Utána itt találja: Beállítások, Pénztár.</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Egy próbablokk úton van. Nézze meg, kijön-e.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cím</translation>
    </message>
    <message>
        <source>Change width</source>
        <translation>Szélesség</translation>
    </message>
    <message>
        <source>Choose lines</source>
        <translation>Sorok választása</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Kapcsolat</translation>
    </message>
    <message>
        <source>Kept; slips are as wide from now on.</source>
        <translation>Mentve; mostantól ilyen szélesek a blokkok.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Utolsó kapcsolat</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Betűk</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Sorszélesség</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Megnézem</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Még nem volt</translation>
    </message>
    <message>
        <source>Nothing was changed: {why}</source>
        <translation>Semmi sem változott: {why}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Nyomtatás…</translation>
    </message>
    <message>
        <source>Proof sheet</source>
        <translation>Próbalap</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Vonalzó</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Próbablokk</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Várakozik</translation>
    </message>
</context>
<context>
    <name>PrinterSection</name>
    <message>
        <source>No printer set up</source>
        <translation>Nincs beállított nyomtató</translation>
    </message>
    <message>
        <source>Orders work without one: read the number from the screen.</source>
        <translation>A rendelések nélküle is mennek: a számot a képernyőről olvassa.</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n betű</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n blokk vár</numerusform>
        </translation>
    </message>
    <message>
        <source>A to Z only</source>
        <translation>Csak A–Z</translation>
    </message>
    <message>
        <source>Already set up here: “{name}”</source>
        <translation>Itt már be van állítva: „{name}”</translation>
    </message>
    <message>
        <source>As its model says</source>
        <translation>A modellje szerint</translation>
    </message>
    <message>
        <source>Choose the largest number that ends its own line.</source>
        <translation>Válassza a legnagyobb számot, amely a saját sora végén áll.</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Eszközfájl</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Német</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Magyar</translation>
    </message>
    <message>
        <source>It is out. Look at it.</source>
        <translation>Kijött. Nézze meg.</translation>
    </message>
    <message>
        <source>It was sent. This printer cannot say more: look at it.</source>
        <translation>Elküldve. Ez a nyomtató többet nem tud mondani: nézze meg.</translation>
    </message>
    <message>
        <source>Lines with other letters are printed as pictures.</source>
        <translation>A más betűket tartalmazó sorok képként nyomtatódnak.</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Nyomtatók keresése…</translation>
    </message>
    <message>
        <source>Looking through USB…</source>
        <translation>Keresés az USB-n…</translation>
    </message>
    <message>
        <source>Looking through the network; this takes a few seconds…</source>
        <translation>Keresés a hálózaton; pár másodperc…</translation>
    </message>
    <message>
        <source>Looking through this PC's print queues…</source>
        <translation>Keresés a gép nyomtatósoraiban…</translation>
    </message>
    <message>
        <source>Looking through this PC's printer ports…</source>
        <translation>Keresés a gép nyomtatóportjain…</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Hálózat</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Hálózat, ePOS</translation>
    </message>
    <message>
        <source>Not proven: print the proof sheet once.</source>
        <translation>Nincs kipróbálva: nyomtassa ki egyszer a próbalapot.</translation>
    </message>
    <message>
        <source>Nothing was printed: “{printer}” {cause}.</source>
        <translation>Semmi sem lett kinyomtatva: „{printer}” {cause}.</translation>
    </message>
    <message>
        <source>Proven in part</source>
        <translation>Részben kipróbálva</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Soros port</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Szimulált, ezen a képernyőn</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanyol</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Rendszer nyomtatósora</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>does not print</source>
        <translation>nem nyomtat</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nincs megadva</translation>
    </message>
    <message>
        <source>{kind} · {title}</source>
        <translation>{kind} · {title}</translation>
    </message>
    <message>
        <source>{letters} proven</source>
        <translation>{letters} kipróbálva</translation>
    </message>
    <message>
        <source>“{printer}” stopped answering. Look whether it came out.</source>
        <translation>„{printer}” nem válaszol tovább. Nézze meg, kijött-e.</translation>
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
        <translation>A hívásokat mentés és újraindítás után fogadja a Pult; akkor próbálja ki még egyszer.</translation>
    </message>
    <message>
        <source>Compare the address and the ids letter by letter with what you were given.</source>
        <translation>Vesse össze betűről betűre a címet és az azonosítókat azzal, amit kapott.</translation>
    </message>
    <message>
        <source>Compare the address letter by letter with the one {vendor} gave you.</source>
        <translation>Vesse össze betűről betűre a címet azzal, amit innen kapott: {vendor}.</translation>
    </message>
    <message>
        <source>Compare the key and any ids with what {vendor} gave you: one may be another shop's.</source>
        <translation>Vesse össze a kulcsot és az azonosítókat azzal, amit innen kapott: {vendor}; valamelyik talán egy másik bolté.</translation>
    </message>
    <message>
        <source>Copy it from {vendor} once more, whole and without blanks.</source>
        <translation>Másolja be újra innen: {vendor}; egészben, szóköz nélkül.</translation>
    </message>
    <message>
        <source>It is at work once Pult is started again.</source>
        <translation>A Pult újraindítása után működik.</translation>
    </message>
    <message>
        <source>It was reached. Test again in some minutes.</source>
        <translation>Elérhető volt. Próbálja újra néhány perc múlva.</translation>
    </message>
    <message>
        <source>Look at the address from outside and at the tunnel: it must pass calls on to Pult.</source>
        <translation>Nézze meg a külső címet és az alagutat: tovább kell adnia a hívásokat a Pultnak.</translation>
    </message>
    <message>
        <source>Look for a mistyped letter in the address, then whether the internet works here.</source>
        <translation>Keressen elírást a címben, aztán nézze meg, működik-e itt az internet.</translation>
    </message>
    <message>
        <source>Look whether the internet works on this computer, then test again.</source>
        <translation>Nézze meg, működik-e az internet ezen a gépen, aztán próbálja újra.</translation>
    </message>
    <message>
        <source>New orders come by its calls alone: enter the address from outside below.</source>
        <translation>Új rendelés csak a hívásaival érkezik: adja meg lent: „Cím kívülről”.</translation>
    </message>
    <message>
        <source>Nobody answers at this address</source>
        <translation>Ezen a címen senki sem válaszol</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at this computer's date and time, then at the address.</source>
        <translation>Semmi sem ment el. Nézze meg a gép dátumát és óráját, aztán a címet.</translation>
    </message>
    <message>
        <source>Save, then press Restart now; it is at work from then on.</source>
        <translation>Mentse, majd nyomja meg az Újraindítás gombot; onnantól működik.</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>Ezen a címen valami más válaszol</translation>
    </message>
    <message>
        <source>Something is missing or wrong below; it is marked there.</source>
        <translation>Lent valami hiányzik vagy hibás; ott meg van jelölve.</translation>
    </message>
    <message>
        <source>Switch “In use” on, then save.</source>
        <translation>Kapcsolja be: „Használatban”, majd mentsen.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted</source>
        <translation>A cím tanúsítványa nem megbízható</translation>
    </message>
    <message>
        <source>The key of {vendor} cannot be read</source>
        <translation>A kulcs nem olvasható: {vendor}</translation>
    </message>
    <message>
        <source>There is no https at this address</source>
        <translation>Ezen a címen nincs https</translation>
    </message>
    <message>
        <source>There is no server of this name</source>
        <translation>Nincs ilyen nevű kiszolgáló</translation>
    </message>
    <message>
        <source>Unlock this computer's keyring and test again, or enter the key once more.</source>
        <translation>Nyissa ki a gép kulcstartóját, és próbálja újra, vagy adja meg a kulcsot még egyszer.</translation>
    </message>
    <message>
        <source>Whether the key is right shows with the first card.</source>
        <translation>Hogy jó-e a kulcs, az első kártyánál derül ki.</translation>
    </message>
    <message>
        <source>{vendor} answers and lets this shop in</source>
        <translation>{vendor} válaszol és beengedi ezt a boltot</translation>
    </message>
    <message>
        <source>{vendor} answers, but cannot call this till</source>
        <translation>{vendor} válaszol, de nem éri el ezt a pénztárat</translation>
    </message>
    <message>
        <source>{vendor} answers; its calls are not tested</source>
        <translation>{vendor} válaszol; a hívásai nincsenek kipróbálva</translation>
    </message>
    <message>
        <source>{vendor} answers; the key is not tested</source>
        <translation>{vendor} válaszol; a kulcs nincs kipróbálva</translation>
    </message>
    <message>
        <source>{vendor} did not answer in time</source>
        <translation>{vendor} nem válaszolt időben</translation>
    </message>
    <message>
        <source>{vendor} does not accept the key or password</source>
        <translation>{vendor} nem fogadja el a kulcsot vagy a jelszót</translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation>{vendor} nem válaszol</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in</source>
        <translation>{vendor} nem engedi be ezt a boltot</translation>
    </message>
    <message>
        <source>{vendor} has trouble of its own</source>
        <translation>{vendor} saját hibával küzd</translation>
    </message>
    <message>
        <source>{vendor} is not found at this address</source>
        <translation>{vendor} nem található ezen a címen</translation>
    </message>
    <message>
        <source>{vendor} was not asked</source>
        <translation>{vendor} nem kapott kérdést</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>Gondok</translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>Asking…</source>
        <translation>Kérdezés…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Elvetés</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Később</translation>
    </message>
    <message>
        <source>Orders the vendor does not know</source>
        <translation>Rendelések, amelyeket a partner nem ismer</translation>
    </message>
    <message>
        <source>The vendor told this till of these orders and then did not know them. Nothing is lost here. Ask at the vendor whether a customer waits, or try again.</source>
        <translation>A partner jelezte ezeket a rendeléseket, aztán nem ismerte őket. Itt semmi sem veszett el. Kérdezze meg a partnert, vár-e vevő, vagy próbálja újra.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Próbálja újra</translation>
    </message>
    <message>
        <source>{vendor} · came {time}, {tries}</source>
        <translation>{vendor} · jött {time}, {tries}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Cannot deliver there</source>
        <translation>Oda nem szállítunk</translation>
    </message>
    <message>
        <source>Give {amount} back by hand.</source>
        <translation>Adjon vissza {amount} összeget kézzel.</translation>
    </message>
    <message>
        <source>Goods brought back</source>
        <translation>Visszahozott áru</translation>
    </message>
    <message>
        <source>Nothing was paid here.</source>
        <translation>Itt semmit sem fizettek.</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>Semmit sem fizettek.</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Törölt rendelés</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>Kétszer rendelt</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Más ok</translation>
    </message>
    <message>
        <source>Our mistake, on the house</source>
        <translation>A mi hibánk, ajándék</translation>
    </message>
    <message>
        <source>Paid another way</source>
        <translation>Más módon fizetett</translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation>Túlfizetés</translation>
    </message>
    <message>
        <source>Pays later</source>
        <translation>Később fizet</translation>
    </message>
    <message>
        <source>Reason, kept here only</source>
        <translation>Ok, csak itt marad</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Elfogyott</translation>
    </message>
    <message>
        <source>Sorry, we are too busy to take your order right now.</source>
        <translation>Sajnos most túl sok a rendelés, nem tudjuk teljesíteni az Önét.</translation>
    </message>
    <message>
        <source>Sorry, we cannot deliver to this address.</source>
        <translation>Sajnos erre a címre nem tudunk szállítani.</translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation>Sajnos hamarosan zárunk, a rendelését már nem tudjuk elkészíteni.</translation>
    </message>
    <message>
        <source>Sorry, what you ordered is sold out today.</source>
        <translation>Sajnos ma elfogyott, amit rendelt.</translation>
    </message>
    <message>
        <source>Sorry, {names} are sold out today.</source>
        <translation>Sajnos ma elfogyott: {names}.</translation>
    </message>
    <message>
        <source>Sorry, {name} is sold out today.</source>
        <translation>Sajnos ma elfogyott: {name}.</translation>
    </message>
    <message>
        <source>Staff or guest of the house</source>
        <translation>Személyzet vagy a ház vendége</translation>
    </message>
    <message>
        <source>Terminal does not work</source>
        <translation>Nem megy a terminál</translation>
    </message>
    <message>
        <source>The customer reads</source>
        <translation>A vevő ezt olvassa</translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation>A vevő ezt olvassa (kötelező)</translation>
    </message>
    <message>
        <source>Too busy right now</source>
        <translation>Most túl sok a munka</translation>
    </message>
    <message>
        <source>We close soon</source>
        <translation>Hamarosan zárunk</translation>
    </message>
    <message>
        <source>Wrong or missing</source>
        <translation>Rossz vagy hiányzik</translation>
    </message>
    <message>
        <source>You seem to have ordered twice, so we make one of them.</source>
        <translation>Úgy látjuk, kétszer rendelt, ezért egyet készítünk el.</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} és {last}</translation>
    </message>
    <message>
        <source>{seconds} to undo, then {vendor} tells the customer for good.</source>
        <translation>{seconds} a visszavonásra, aztán {vendor} véglegesen szól a vevőnek.</translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer</source>
        <translation>{vendor} olvassa, nem a vevő</translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer (needed)</source>
        <translation>{vendor} olvassa, nem a vevő (kötelező)</translation>
    </message>
    <message>
        <source>{vendor} tells the customer for good.</source>
        <translation>{vendor} véglegesen szól a vevőnek.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Ask the customer for a new order number.</source>
        <translation>Kérjen a vevőtől új rendelésszámot.</translation>
    </message>
    <message>
        <source>Compare it letter by letter.</source>
        <translation>Vesse össze betűnként.</translation>
    </message>
    <message>
        <source>Enter it in Settings, Vendors.</source>
        <translation>Írja be itt: Beállítások, Partnerek.</translation>
    </message>
    <message>
        <source>It has a delivery fee, which has no article in {vendor}</source>
        <translation>Kiszállítási díja van, amelyhez nincs cikk itt: {vendor}</translation>
    </message>
    <message>
        <source>It is paid already or over 24 hours old. Compare it, or ask for a new one.</source>
        <translation>Már kifizették, vagy 24 óránál régebbi. Vesse össze, vagy kérjen újat.</translation>
    </message>
    <message>
        <source>Its lines do not come to its total</source>
        <translation>A tételei nem adják ki a végösszeget</translation>
    </message>
    <message>
        <source>Let the customer choose to pay at the till, then try again.</source>
        <translation>A vevő válassza a kasszánál fizetést, aztán próbálja újra.</translation>
    </message>
    <message>
        <source>Look in {vendor}.</source>
        <translation>Nézze meg ott: {vendor}.</translation>
    </message>
    <message>
        <source>Look the number up again and tell the customer.</source>
        <translation>Kérje le újra a számot, és szóljon a vevőnek.</translation>
    </message>
    <message>
        <source>Name one in Settings, Vendors, or ring it up by hand.</source>
        <translation>Adja meg itt: Beállítások, Partnerek, vagy üsse be kézzel.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan or type it again.</source>
        <translation>Semmi sem változott. Olvassa be vagy írja be újra.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors.</source>
        <translation>Nyissa meg: Beállítások, Partnerek.</translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation>A Pult nem tud menteni</translation>
    </message>
    <message>
        <source>Ring it up by hand.</source>
        <translation>Üsse be kézzel.</translation>
    </message>
    <message>
        <source>Settle it under Not in register.</source>
        <translation>Rendezze itt: Nincs a pénztárgépben.</translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away</source>
        <translation>Egy részét itt fogyasztják, másik részét elviszik</translation>
    </message>
    <message>
        <source>The customer has chosen another way of paying</source>
        <translation>A vevő más fizetési módot választott</translation>
    </message>
    <message>
        <source>The customer has chosen no way of paying yet</source>
        <translation>A vevő még nem választott fizetési módot</translation>
    </message>
    <message>
        <source>The customer's basket was changed meanwhile</source>
        <translation>A vevő kosara közben megváltozott</translation>
    </message>
    <message>
        <source>The customer's basket was changed, or it was not understood</source>
        <translation>A vevő kosara megváltozott, vagy nem volt érthető</translation>
    </message>
    <message>
        <source>The order has no lines</source>
        <translation>A rendelésnek nincs tétele</translation>
    </message>
    <message>
        <source>The order number did not arrive</source>
        <translation>A rendelésszám nem ért oda</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Próbálja újra egy perc múlva.</translation>
    </message>
    <message>
        <source>Try again when it can.</source>
        <translation>Próbálja újra, ha már tud.</translation>
    </message>
    <message>
        <source>{vendor} could not apply the customer's offer</source>
        <translation>{vendor} nem tudta érvényesíteni a vevő kedvezményét</translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation>{vendor} nem válaszol</translation>
    </message>
    <message>
        <source>{vendor} does not know this number</source>
        <translation>{vendor} nem ismeri ezt a számot</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in</source>
        <translation>{vendor} nem engedi be ezt a boltot</translation>
    </message>
    <message>
        <source>{vendor} gave no answer Pult understands</source>
        <translation>{vendor} válaszát a Pult nem érti</translation>
    </message>
    <message>
        <source>{vendor} has no order of this id</source>
        <translation>{vendor}: nincs ilyen azonosítójú rendelés</translation>
    </message>
    <message>
        <source>{vendor} needs an article for it</source>
        <translation>Cikk kell hozzá itt: {vendor}</translation>
    </message>
    <message>
        <source>{vendor} needs the session cookie of the shop</source>
        <translation>{vendor}: az üzlet munkamenet-sütije kell</translation>
    </message>
    <message>
        <source>{vendor} no longer has this pre-order</source>
        <translation>{vendor}: nincs már meg ez az előrendelés</translation>
    </message>
    <message>
        <source>{vendor} now wants another amount</source>
        <translation>{vendor} most más összeget kér</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} szerint: „{words}”</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>All eaten here</source>
        <translation>Minden helyben</translation>
    </message>
    <message>
        <source>All taken away</source>
        <translation>Minden elvitelre</translation>
    </message>
    <message>
        <source>Article of {name} in {register}</source>
        <translation>{name} cikke itt: {register}</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Utolsó betű törlése</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Megtartás</translation>
    </message>
    <message>
        <source>Kitchen, slip and hand-over go on. What you settle here goes to the register at once.</source>
        <translation>A konyha, a blokk és az átadás megy tovább. Amit itt rendez, azonnal a pénztárgépbe kerül.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Később</translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation>Nincs a pénztárgépben</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>Szám vagy azonosító</translation>
    </message>
    <message>
        <source>Rung up by hand</source>
        <translation>Kézzel beütve</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Küldés újra</translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away. Which should it be?</source>
        <translation>Egy része helyben, egy része elvitelre van. Melyik legyen?</translation>
    </message>
    <message>
        <source>Why: “{reason}”.</source>
        <translation>Ok: „{reason}”.</translation>
    </message>
    <message>
        <source>{register} needs its article for: {names}.</source>
        <translation>{register}: hiányzik a cikke ennek: {names}.</translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>Keep the order</source>
        <translation>Rendelés megtartása</translation>
    </message>
    <message>
        <source>Reject {number}</source>
        <translation>Elutasítás: {number}</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation>A rendelés közben megváltozott. Zárja be ezt, és nézze meg.</translation>
    </message>
    <message>
        <source>What is sold out?</source>
        <translation>Mi fogyott el?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miért?</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>It is not used any more from this moment. Slips that wait for it stay in the list of waiting slips. To have it back you enter it again.</source>
        <translation>Mostantól nem használjuk. A rá váró blokkok a várakozók listáján maradnak. Ha újra kell, újra meg kell adnia.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Megtartás</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Eltávolítás</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Eltávolítja: {name}?</translation>
    </message>
</context>
<context>
    <name>RestartBar</name>
    <message>
        <source>Restart now</source>
        <translation>Újraindítás</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Újraindítás…</translation>
    </message>
    <message>
        <source>Saved. Some of it holds once Pult is started again. That takes a few seconds; orders are kept.</source>
        <translation>Mentve. Egy része a Pult újraindítása után érvényes. Pár másodperc; a rendelések megmaradnak.</translation>
    </message>
</context>
<context>
    <name>SampleBox</name>
    <message>
        <source>Inverted</source>
        <translation>Inverz</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Semmit sem változtat.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normál</translation>
    </message>
    <message>
        <source>Nothing was changed. Try the others too.</source>
        <translation>Semmi sem változott. Próbálja a többit is.</translation>
    </message>
    <message>
        <source>Scan this code.</source>
        <translation>Olvassa be ezt a kódot.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Kicsi</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>Próbakód</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Próbablokk</translation>
    </message>
    <message>
        <source>{code}: read right</source>
        <translation>{code}: jól beolvasva</translation>
    </message>
</context>
<context>
    <name>SaveFoot</name>
    <message>
        <source>1 change.</source>
        <translation>1 módosítás.</translation>
    </message>
    <message>
        <source>Correct what is marked in red first.</source>
        <translation>Előbb javítsa ki a pirossal jelöltet.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Elvetés</translation>
    </message>
    <message>
        <source>Holds after Pult is started again.</source>
        <translation>A Pult újraindítása után érvényes.</translation>
    </message>
    <message>
        <source>Holds at once.</source>
        <translation>Azonnal érvényes.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Mentés</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Mentés…</translation>
    </message>
    <message>
        <source>What you change here holds once you save it.</source>
        <translation>Amit itt módosít, mentés után érvényes.</translation>
    </message>
    <message>
        <source>{n} changes.</source>
        <translation>{n} módosítás.</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Add it to the catalogue, or key the amount in.</source>
        <translation>Vegye fel a katalógusba, vagy üsse be az összeget.</translation>
    </message>
    <message>
        <source>Already handed over</source>
        <translation>Már átadva</translation>
    </message>
    <message>
        <source>Ask what is to be paid</source>
        <translation>Kérdezze meg a fizetendőt</translation>
    </message>
    <message>
        <source>Ask {vendor}</source>
        <translation>Kérdezzük meg: {vendor}</translation>
    </message>
    <message>
        <source>Ask {vendor} only when it is an order number.</source>
        <translation>Csak akkor kérdezze, ha rendelésszám ({vendor}).</translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation>Kérdezzük: {vendor}…</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Készül</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Lemondva</translation>
    </message>
    <message>
        <source>Cannot be paid now</source>
        <translation>Most nem fizethető</translation>
    </message>
    <message>
        <source>Card read: goes to {number}</source>
        <translation>Kártya beolvasva: {number}</translation>
    </message>
    <message>
        <source>Card read: whose order?</source>
        <translation>Kártya beolvasva: kié a rendelés?</translation>
    </message>
    <message>
        <source>Closed as Left</source>
        <translation>Lezárva: Nem vette át</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Átadva</translation>
    </message>
    <message>
        <source>Do not charge again. Open it to see what to do.</source>
        <translation>Ne fizettesse újra. Nyissa meg: ott a teendő.</translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation>Ne adja át.</translation>
    </message>
    <message>
        <source>Finish the payment first.</source>
        <translation>Előbb fejezze be a fizetést.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Átadható</translation>
    </message>
    <message>
        <source>Is this a loyalty card?</source>
        <translation>Ez hűségkártya?</translation>
    </message>
    <message>
        <source>Is this an order number?</source>
        <translation>Ez rendelésszám?</translation>
    </message>
    <message>
        <source>It has not been sent anywhere.</source>
        <translation>Nem ment el sehová.</translation>
    </message>
    <message>
        <source>It is a loyalty card</source>
        <translation>Hűségkártya</translation>
    </message>
    <message>
        <source>It is a product</source>
        <translation>Termék</translation>
    </message>
    <message>
        <source>It looks like a coupon.</source>
        <translation>Kuponnak látszik.</translation>
    </message>
    <message>
        <source>It looks like a loyalty card.</source>
        <translation>Hűségkártyának látszik.</translation>
    </message>
    <message>
        <source>It looks like a one-time key.</source>
        <translation>Egyszeri kulcsnak látszik.</translation>
    </message>
    <message>
        <source>It looks like a product barcode.</source>
        <translation>Termékvonalkódnak látszik.</translation>
    </message>
    <message>
        <source>It looks like a web link.</source>
        <translation>Webcímnek látszik.</translation>
    </message>
    <message>
        <source>It looks like an order number.</source>
        <translation>Rendelésszámnak látszik.</translation>
    </message>
    <message>
        <source>It may be a one-time key of another system, or a loyalty card.</source>
        <translation>Lehet más rendszer egyszeri kulcsa vagy hűségkártya.</translation>
    </message>
    <message>
        <source>It may be a secret of another system. It has not left this till.</source>
        <translation>Lehet más rendszer titka. Nem hagyta el ezt a pénztárt.</translation>
    </message>
    <message>
        <source>It may be from another shop or very old. Ask for the number.</source>
        <translation>Lehet másik üzletből vagy nagyon régi. Kérdezze meg a számot.</translation>
    </message>
    <message>
        <source>It was cancelled, or its money was given back.</source>
        <translation>Lemondták, vagy visszaadták a pénzét.</translation>
    </message>
    <message>
        <source>Just ready</source>
        <translation>Most lett kész</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>Félretéve</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Hagyja</translation>
    </message>
    <message>
        <source>Marked collected.</source>
        <translation>Átadottra állítva.</translation>
    </message>
    <message>
        <source>Marked collected. {vendor} is told when Undo has run out.</source>
        <translation>Átadottra állítva. {vendor} akkor tudja meg, ha lejárt a visszavonás ideje.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Új</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Nincs válasz</translation>
    </message>
    <message>
        <source>No order here has this slip</source>
        <translation>Itt egy rendelésnek sincs ilyen blokkja</translation>
    </message>
    <message>
        <source>No points for this order</source>
        <translation>Ezért nem jár pont</translation>
    </message>
    <message>
        <source>No product has this barcode</source>
        <translation>Egy terméknek sincs ilyen vonalkódja</translation>
    </message>
    <message>
        <source>Not accepted yet</source>
        <translation>Még nincs elfogadva</translation>
    </message>
    <message>
        <source>Not for {number}</source>
        <translation>Nem ehhez: {number}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nincs meg</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Itt nincs fizetnivaló</translation>
    </message>
    <message>
        <source>Nothing was changed, orders on the board are safe.</source>
        <translation>Semmi sem változott, a rendelések biztonságban vannak.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Semmi sem változott.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again, or tap the order.</source>
        <translation>Semmi sem változott. Olvassa be újra, vagy koppintson a rendelésre.</translation>
    </message>
    <message>
        <source>One card for a sale</source>
        <translation>Egy eladáshoz egy kártya</translation>
    </message>
    <message>
        <source>Open the order of this card, then scan it again.</source>
        <translation>Nyissa meg a kártya rendelését, aztán olvassa be újra.</translation>
    </message>
    <message>
        <source>Open the order: Pult asks whether the card is meant for it.</source>
        <translation>Nyissa meg a rendelést: a Pult megkérdezi, ahhoz való-e a kártya.</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>A fizetés nincs megerősítve</translation>
    </message>
    <message>
        <source>Pult does not know this code</source>
        <translation>A Pult nem ismeri ezt a kódot</translation>
    </message>
    <message>
        <source>Pult takes no coupons. It was sent nowhere; nothing was changed.</source>
        <translation>A Pult nem kezel kuponokat. Nem ment el sehová; semmi sem változott.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Ready a moment ago. Nothing was changed.</source>
        <translation>Épp most lett kész. Semmi sem változott.</translation>
    </message>
    <message>
        <source>Ready, but not fully paid</source>
        <translation>Kész, de nincs teljesen kifizetve</translation>
    </message>
    <message>
        <source>Ready, but the payment failed</source>
        <translation>Kész, de nem sikerült a fizetés</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Elutasítva</translation>
    </message>
    <message>
        <source>Scan again to hand over.</source>
        <translation>Az átadáshoz olvassa be újra.</translation>
    </message>
    <message>
        <source>Scan it again, or tap the order.</source>
        <translation>Olvassa be újra, vagy koppintson a rendelésre.</translation>
    </message>
    <message>
        <source>Scan the slip of an order.</source>
        <translation>Egy rendelés blokkját olvassa be.</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>{time} óta</translation>
    </message>
    <message>
        <source>Slip not read right</source>
        <translation>Rosszul olvasott blokk</translation>
    </message>
    <message>
        <source>Still being prepared</source>
        <translation>Még készül</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Fizetés</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} átvétele</translation>
    </message>
    <message>
        <source>Take {amount} first</source>
        <translation>Előbb vegyen át {amount} összeget</translation>
    </message>
    <message>
        <source>Test code read right</source>
        <translation>Próbakód jól beolvasva</translation>
    </message>
    <message>
        <source>The catalogue names no price. Nothing was changed.</source>
        <translation>A katalógusban nincs ára. Semmi sem változott.</translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation>Az eladás pontjai másik kártyára mentek.</translation>
    </message>
    <message>
        <source>The scanner works. Nothing was changed.</source>
        <translation>Az olvasó működik. Semmi sem változott.</translation>
    </message>
    <message>
        <source>This card is on {number}</source>
        <translation>Ez a kártya itt van: {number}</translation>
    </message>
    <message>
        <source>This is a coupon</source>
        <translation>Ez egy kupon</translation>
    </message>
    <message>
        <source>This scan did nothing</source>
        <translation>Ez a beolvasás nem csinált semmit</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Visszavonás</translation>
    </message>
    <message>
        <source>Waiting {time}</source>
        <translation>Vár: {time}</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Helyi rendelés</translation>
    </message>
    <message>
        <source>{time}, {ago} ago</source>
        <translation>{time}, {ago} óta</translation>
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
        <translation>A folytatáshoz koppintson bárhová</translation>
    </message>
</context>
<context>
    <name>ScanBox</name>
    <message>
        <source>As it was typed</source>
        <translation>Ahogy be lett gépelve</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bájtok</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Lezárása</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Billentyűzetkiosztás</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>A kód fajtája</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan again; on a serial line try its speed.</source>
        <translation>Semmi sem változott. Olvassa be újra; soros vonalon próbálja a sebességét.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Még semmi</translation>
    </message>
    <message>
        <source>Scan any code: here it is seen as it arrives. A real one acts as always.</source>
        <translation>Olvasson be bármilyen kódot: itt látszik, ahogy megérkezik. Az igazi itt is hat.</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Ennek vettük</translation>
    </message>
    <message numerus="yes">
        <source>The same code again, %n times by now. It acted once alone.</source>
        <translation>
            <numerusform>Ugyanaz a kód, már %n alkalommal. Csak egyszer hatott.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Idő</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>ekkor: {time}</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>Open {number}</source>
        <translation>{number} megnyitása</translation>
    </message>
</context>
<context>
    <name>ScanDoctor</name>
    <message>
        <source>32 hexadecimal figures: asked before it leaves.</source>
        <translation>32 hexadecimális jegy: kérdezünk, mielőtt kimenne.</translation>
    </message>
    <message>
        <source>8, 12 or 13 figures, and the check digit is right.</source>
        <translation>8, 12 vagy 13 számjegy, és az ellenőrző szám jó.</translation>
    </message>
    <message>
        <source>A pause: set the scanner to send Enter</source>
        <translation>Szünet: állítsa be az olvasót, hogy Entert küldjön</translation>
    </message>
    <message>
        <source>All scanners</source>
        <translation>Minden olvasó</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Elmosódott</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kód</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Kapcsolat</translation>
    </message>
    <message>
        <source>Could also be: {names}</source>
        <translation>Lehetne még: {names}</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Kupon</translation>
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
        <translation>Enter és soremelés (CR LF)</translation>
    </message>
    <message>
        <source>Figures, $$$$$ and letters.</source>
        <translation>Számjegyek, $$$$$ és betűk.</translation>
    </message>
    <message>
        <source>Find the speed</source>
        <translation>Sebesség keresése</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Itt van</translation>
    </message>
    <message>
        <source>From now on it is this scanner.</source>
        <translation>Mostantól ez az olvasó.</translation>
    </message>
    <message>
        <source>Hold a code before the camera.</source>
        <translation>Tartson egy kódot a kamera elé.</translation>
    </message>
    <message>
        <source>Hold the code farther away until all of it is seen.</source>
        <translation>Tartsa távolabb a kódot, míg az egész látszik.</translation>
    </message>
    <message>
        <source>It begins with PULT- and its check letter is right.</source>
        <translation>PULT- kezdetű, és az ellenőrző betűje jó.</translation>
    </message>
    <message>
        <source>It begins with PULT-, but letters are wrong or missing.</source>
        <translation>PULT- kezdetű, de betűk rosszak vagy hiányoznak.</translation>
    </message>
    <message>
        <source>It begins with http or www.</source>
        <translation>http vagy www kezdetű.</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Semmit sem változtat.</translation>
    </message>
    <message>
        <source>It fits nothing that Pult knows.</source>
        <translation>Semmi olyan, amit a Pult ismer.</translation>
    </message>
    <message>
        <source>It fits the card pattern of the settings.</source>
        <translation>Illik a beállítások kártyamintájára.</translation>
    </message>
    <message>
        <source>It fits the number pattern of the settings.</source>
        <translation>Illik a beállítások számmintájára.</translation>
    </message>
    <message>
        <source>It holds until Pult ends; the settings file could not be written.</source>
        <translation>A Pult bezárásáig érvényes; a beállításfájlt nem lehetett írni.</translation>
    </message>
    <message>
        <source>It is in the settings file now.</source>
        <translation>Már a beállításfájlban van.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Utolsó kapcsolat</translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation>Soremelés (LF)</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Hűségkártya</translation>
    </message>
    <message>
        <source>No speed was right. Nothing was changed. Look whether the scanner is set to 8 data bits without parity.</source>
        <translation>Egy sebesség sem volt jó. Semmi sem változott. Nézze meg, 8 adatbitre és paritás nélkülire van-e állítva az olvasó.</translation>
    </message>
    <message>
        <source>None: it is known by its place</source>
        <translation>Nincs: a helyéről ismerjük</translation>
    </message>
    <message>
        <source>Not told by this scanner</source>
        <translation>Ez az olvasó nem közli</translation>
    </message>
    <message>
        <source>Perhaps a one-time key</source>
        <translation>Talán egyszeri kulcs</translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation>Előrendelési szám</translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation>Termékvonalkód</translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation>Olvasóvizsgálat: {name}</translation>
    </message>
    <message>
        <source>Scan now…</source>
        <translation>Olvasson be most…</translation>
    </message>
    <message>
        <source>Scan one code again and again, about once a second.</source>
        <translation>Olvassa be ugyanazt a kódot újra és újra, másodpercenként.</translation>
    </message>
    <message>
        <source>Slip of an order</source>
        <translation>Rendelés blokkja</translation>
    </message>
    <message>
        <source>Slip, read wrongly</source>
        <translation>Blokk, rosszul olvasva</translation>
    </message>
    <message>
        <source>Switch on a light, or turn the camera to the light.</source>
        <translation>Kapcsoljon lámpát, vagy fordítsa a kamerát a fény felé.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>Próbakód</translation>
    </message>
    <message>
        <source>The picture is good</source>
        <translation>Jó a kép</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>Áll a kép</translation>
    </message>
    <message>
        <source>Thrown away: longer than any code</source>
        <translation>Eldobva: hosszabb bármilyen kódnál</translation>
    </message>
    <message>
        <source>Thrown away: these bytes are no text</source>
        <translation>Eldobva: ezek a bájtok nem szöveg</translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation>Túl világos</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Túl sötét</translation>
    </message>
    <message>
        <source>Too near</source>
        <translation>Túl közel</translation>
    </message>
    <message>
        <source>Turn the camera away from the lamp or the window.</source>
        <translation>Fordítsa el a kamerát a lámpától vagy az ablaktól.</translation>
    </message>
    <message>
        <source>USB device</source>
        <translation>USB-eszköz</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ismeretlen</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again.</source>
        <translation>Húzza ki a kamerát, és dugja vissza.</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>Ezt az eszközt</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Webcím</translation>
    </message>
    <message>
        <source>When scans arrive as signs nobody can read: press, then scan.</source>
        <translation>Ha olvashatatlan jelek jönnek: nyomja meg, aztán olvasson be.</translation>
    </message>
    <message>
        <source>Wipe the lens, hold the code still and a little farther.</source>
        <translation>Törölje meg a lencsét, tartsa mozdulatlanul és kicsit távolabb a kódot.</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>közepes</translation>
    </message>
    <message>
        <source>good</source>
        <translation>jó</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gyenge</translation>
    </message>
    <message>
        <source>{name}, prefix {aim} taken off</source>
        <translation>{name}, a(z) {aim} előtag levéve</translation>
    </message>
    <message>
        <source>{speed} baud is right.</source>
        <translation>{speed} baud a jó.</translation>
    </message>
    <message numerus="yes">
        <source>{time} ms for %n bytes</source>
        <translation>
            <numerusform>{time} ms, %n bájt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scan doctor</source>
        <translation>Olvasóvizsgálat</translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation>Olvasóvizsgálat: {name}</translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>Last scan</source>
        <translation>Utolsó beolvasás</translation>
    </message>
    <message>
        <source>Nothing yet: scan any code to try the scanner</source>
        <translation>Még semmi: olvasson be bármilyen kódot próbának</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Keresés törlése</translation>
    </message>
    <message>
        <source>Number, name, phone, card or amount</source>
        <translation>Szám, név, telefon, kártya vagy összeg</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Rendelések keresése</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>0 is the first camera, 1 the second; or an address.</source>
        <translation>0 az első kamera, 1 a második; vagy egy cím.</translation>
    </message>
    <message>
        <source>0 keeps it for good. Amounts and times always stay.</source>
        <translation>0: végleg megmarad. Az összegek és az időpontok mindig megmaradnak.</translation>
    </message>
    <message>
        <source>1 to 32 plain letters, digits, dots, hyphens or underscores.</source>
        <translation>1–32 ékezet nélküli betű, számjegy, pont, kötőjel vagy aláhúzás.</translation>
    </message>
    <message>
        <source>1 to 60 letters, digits, dots, blanks, hyphens or underscores.</source>
        <translation>1–60 betű, számjegy, pont, szóköz, kötőjel vagy aláhúzás.</translation>
    </message>
    <message>
        <source>100 % is the usual size, 200 % twice as large.</source>
        <translation>100% a szokásos méret, 200% a kétszerese.</translation>
    </message>
    <message>
        <source>7 bits, even parity (7E1)</source>
        <translation>7 bit, páros paritás (7E1)</translation>
    </message>
    <message>
        <source>7 bits, odd parity (7O1)</source>
        <translation>7 bit, páratlan paritás (7O1)</translation>
    </message>
    <message>
        <source>8 bits, even parity (8E1)</source>
        <translation>8 bit, páros paritás (8E1)</translation>
    </message>
    <message>
        <source>8 bits, no parity (8N1)</source>
        <translation>8 bit, nincs paritás (8N1)</translation>
    </message>
    <message>
        <source>8 bits, odd parity (8O1)</source>
        <translation>8 bit, páratlan paritás (8O1)</translation>
    </message>
    <message>
        <source>A code ends with</source>
        <translation>A kód vége</translation>
    </message>
    <message>
        <source>A code read again within this time is one scan.</source>
        <translation>Az ezen időn belül újra beolvasott kód egy beolvasásnak számít.</translation>
    </message>
    <message>
        <source>A colour as # and six digits of 0 to 9 and A to F, or empty.</source>
        <translation>Szín: # és hat jegy 0–9 és A–F közül, vagy üres.</translation>
    </message>
    <message>
        <source>A name of 1 to 40 letters, without blanks around it.</source>
        <translation>1–40 betűs név, szóköz nélkül az elején és a végén.</translation>
    </message>
    <message>
        <source>A name or address alone, such as 192.168.1.50, without blanks.</source>
        <translation>Csak egy név vagy cím, például 192.168.1.50, szóköz nélkül.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Egy szám.</translation>
    </message>
    <message>
        <source>A path such as /callbacks/orders, without / at its end.</source>
        <translation>Útvonal, például /callbacks/orders, a végén / nélkül.</translation>
    </message>
    <message>
        <source>A path such as order/create, without / before it.</source>
        <translation>Útvonal, például order/create, az elején / nélkül.</translation>
    </message>
    <message>
        <source>A pause</source>
        <translation>Szünet</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Kép</translation>
    </message>
    <message>
        <source>A picture is slower; it helps where letters come out wrong.</source>
        <translation>A kép lassabb; segít, ha rosszak a betűk.</translation>
    </message>
    <message>
        <source>A port such as COM3 or /dev/ttyACM0, or socket://address:port.</source>
        <translation>Port, például COM3 vagy /dev/ttyACM0, vagy socket://cím:port.</translation>
    </message>
    <message>
        <source>A port such as COM3 or /dev/ttyUSB0, or the queue's name.</source>
        <translation>Port, például COM3 vagy /dev/ttyUSB0, vagy a nyomtatósor neve.</translation>
    </message>
    <message>
        <source>A printer that never answers cannot say that paper is out.</source>
        <translation>Amelyik sosem válaszol, nem tudja jelezni, ha elfogyott a papír.</translation>
    </message>
    <message>
        <source>A scan that fits is taken for a loyalty card.</source>
        <translation>Ami illik rá, hűségkártyának számít.</translation>
    </message>
    <message>
        <source>A scan that fits is taken for its order number.</source>
        <translation>Ami illik rá, a partner rendelésszámának számít.</translation>
    </message>
    <message>
        <source>A time of day such as 11:00. Empty: always.</source>
        <translation>Időpont, például 11:00. Üresen: mindig.</translation>
    </message>
    <message>
        <source>A time of day such as 22:00. Empty: always.</source>
        <translation>Időpont, például 22:00. Üresen: mindig.</translation>
    </message>
    <message>
        <source>A time of day, such as 04:00, or empty.</source>
        <translation>Időpont, például 04:00, vagy üres.</translation>
    </message>
    <message>
        <source>A time of day, such as 04:00.</source>
        <translation>Napszak, például 04:00.</translation>
    </message>
    <message>
        <source>A voice says the number of each order that is Ready.</source>
        <translation>Egy hang bemondja minden kész rendelés számát.</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>Ablak</translation>
    </message>
    <message>
        <source>Accept by itself</source>
        <translation>Elfogadás magától</translation>
    </message>
    <message>
        <source>Accept ends the order there</source>
        <translation>Az Elfogad ott le is zárja</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Sor hozzáadása</translation>
    </message>
    <message>
        <source>Add a line to {label}</source>
        <translation>Sor hozzáadása: {label}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cím</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>Tokenek címe</translation>
    </message>
    <message>
        <source>Address from outside</source>
        <translation>Cím kívülről</translation>
    </message>
    <message>
        <source>After a move</source>
        <translation>Lépés után</translation>
    </message>
    <message>
        <source>After them Pult looks for a newer version by itself.</source>
        <translation>Ezután a Pult magától keres újabb verziót.</translation>
    </message>
    <message>
        <source>All times shown are in it.</source>
        <translation>Minden idő ebben látszik.</translation>
    </message>
    <message>
        <source>Also for orders that were left behind.</source>
        <translation>Az át nem vett rendelésekhez is.</translation>
    </message>
    <message>
        <source>Also what becomes of the order once points are booked.</source>
        <translation>Azt is, mi lesz a rendeléssel a pontok könyvelése után.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Mindig</translation>
    </message>
    <message>
        <source>An address that begins with https://, without ? and #.</source>
        <translation>https:// kezdetű cím, ? és # nélkül.</translation>
    </message>
    <message>
        <source>Another one has this name. Give each its own.</source>
        <translation>Már van ilyen nevű. Adjon mindnek saját nevet.</translation>
    </message>
    <message>
        <source>Another program has the settings file open. Close it there, then save again.</source>
        <translation>Egy másik program nyitva tartja a beállításfájlt. Zárja be ott, majd mentse újra.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Bármi</translation>
    </message>
    <message>
        <source>Article for delivery</source>
        <translation>A kiszállítás cikke</translation>
    </message>
    <message>
        <source>As #RRGGBB. Empty: ours, green.</source>
        <translation>#RRGGBB alakban. Üresen: a miénk, zöld.</translation>
    </message>
    <message>
        <source>As in the scanner's manual; nearly all have 8 bits without parity.</source>
        <translation>A leolvasó kézikönyve szerint; szinte mind 8 bites, paritás nélkül.</translation>
    </message>
    <message>
        <source>As name=value. Needed only to get order numbers here.</source>
        <translation>név=érték alakban. Csak ahhoz kell, hogy itt rendelésszámot kérjen.</translation>
    </message>
    <message>
        <source>As the catalogue names them, for station slips.</source>
        <translation>Ahogy a katalógus nevezi, a részlegblokkokhoz.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>A gép szerint</translation>
    </message>
    <message>
        <source>As the register spells it.</source>
        <translation>Ahogy a pénztárgép írja.</translation>
    </message>
    <message>
        <source>As the screen</source>
        <translation>Mint a képernyő</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>A rendszer szerint</translation>
    </message>
    <message>
        <source>Ask again every</source>
        <translation>Kérdezés ennyi időnként</translation>
    </message>
    <message>
        <source>At 0 the window flashes instead.</source>
        <translation>0-nál az ablak villog helyette.</translation>
    </message>
    <message>
        <source>At each slip</source>
        <translation>Minden blokknál</translation>
    </message>
    <message>
        <source>At least {least}.</source>
        <translation>Legalább {least}.</translation>
    </message>
    <message>
        <source>At most 128 plain letters, digits, hyphens or underscores.</source>
        <translation>Legfeljebb 128 ékezet nélküli betű, számjegy, kötőjel vagy aláhúzás.</translation>
    </message>
    <message>
        <source>At most 6 letters, digits or hyphens.</source>
        <translation>Legfeljebb 6 betű, számjegy vagy kötőjel.</translation>
    </message>
    <message>
        <source>At most 6 lines of at most 96 letters.</source>
        <translation>Legfeljebb 6 sor, soronként legfeljebb 96 betű.</translation>
    </message>
    <message>
        <source>At most {count} letters, on one line.</source>
        <translation>Legfeljebb {count} betű, egy sorban.</translation>
    </message>
    <message>
        <source>At the tap</source>
        <translation>Koppintáskor</translation>
    </message>
    <message>
        <source>At the tap is quicker; the vendor may still say no.</source>
        <translation>Koppintáskor gyorsabb; a partner még mondhat nemet.</translation>
    </message>
    <message>
        <source>Before our numbers</source>
        <translation>A számaink elé</translation>
    </message>
    <message>
        <source>Beyond it vendors are asked to call again later.</source>
        <translation>Efölött a partnereket arra kéri, hívjanak később.</translation>
    </message>
    <message>
        <source>Bits of a letter</source>
        <translation>Egy betű bitjei</translation>
    </message>
    <message>
        <source>Buzzer</source>
        <translation>Csipogó</translation>
    </message>
    <message>
        <source>By itself from</source>
        <translation>Magától ettől az időtől</translation>
    </message>
    <message>
        <source>By itself until</source>
        <translation>Magától eddig az időig</translation>
    </message>
    <message>
        <source>By itself up to</source>
        <translation>Magától eddig az összegig</translation>
    </message>
    <message>
        <source>By which the vendor knows this shop.</source>
        <translation>Ezen ismeri a partner ezt a boltot.</translation>
    </message>
    <message>
        <source>By which the vendor knows your company.</source>
        <translation>Ezen ismeri a partner a céget.</translation>
    </message>
    <message>
        <source>COM3, /dev/ttyUSB0 or /dev/usb/lp0, or the queue's name. Leave it empty for USB.</source>
        <translation>COM3, /dev/ttyUSB0 vagy /dev/usb/lp0, vagy a sor neve. USB-nél hagyja üresen.</translation>
    </message>
    <message>
        <source>CR and LF</source>
        <translation>CR és LF</translation>
    </message>
    <message>
        <source>Call out what is ready</source>
        <translation>Kimondja, mi van kész</translation>
    </message>
    <message>
        <source>Calls from vendors</source>
        <translation>Hívások a partnerektől</translation>
    </message>
    <message>
        <source>Calls that may wait</source>
        <translation>Várakozó hívások</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Choose a printer that prints slips.</source>
        <translation>Olyan nyomtatót válasszon, amely blokkot nyomtat.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Válasszon időzónát a listából.</translation>
    </message>
    <message>
        <source>Choose another printer than this one.</source>
        <translation>Ne ezt, hanem másik nyomtatót válasszon.</translation>
    </message>
    <message>
        <source>Choose one of those that are shown.</source>
        <translation>Válasszon a felsoroltak közül.</translation>
    </message>
    <message>
        <source>Choose one or two languages.</source>
        <translation>Válasszon egy vagy két nyelvet.</translation>
    </message>
    <message>
        <source>Choose other vendors; the register's own orders are there already.</source>
        <translation>Más partnereket válasszon; a pénztárgép saját rendelései már ott vannak.</translation>
    </message>
    <message>
        <source>Choose vendors that Pult knows.</source>
        <translation>A Pult által ismert partnereket válasszon.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Kliensazonosító</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Kliens titka</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Zárás</translation>
    </message>
    <message>
        <source>Code page</source>
        <translation>Kódlap</translation>
    </message>
    <message>
        <source>Colour of Ready</source>
        <translation>A kész számok színe</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>A háttér színe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Színek</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Kapcsolat</translation>
    </message>
    <message>
        <source>Copy it again, without blanks before and after it.</source>
        <translation>Másolja be újra, szóköz nélkül az elején és a végén.</translation>
    </message>
    <message>
        <source>Copy it again: it has no blanks and no accented letters.</source>
        <translation>Másolja be újra: nincs benne szóköz és ékezetes betű.</translation>
    </message>
    <message>
        <source>Copy it from the browser as name=value.</source>
        <translation>Másolja ki a böngészőből név=érték alakban.</translation>
    </message>
    <message>
        <source>Copy the id again, just as the vendor shows it.</source>
        <translation>Másolja be újra az azonosítót, ahogy a partner mutatja.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Pénznem</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Vevőkijelző</translation>
    </message>
    <message>
        <source>Customer's name on slips</source>
        <translation>A vevő neve a blokkon</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sötét</translation>
    </message>
    <message>
        <source>Dark blue</source>
        <translation>Sötétkék</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Adatmappa</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Eszközfájl</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Képpont hüvelykenként</translation>
    </message>
    <message>
        <source>Empty is best: Pult finds it, or the proof sheet does.</source>
        <translation>Üresen a legjobb: a Pult vagy a próbalap megtalálja.</translation>
    </message>
    <message>
        <source>Empty, or postgresql+psycopg://user:password@address/database.</source>
        <translation>Üres, vagy postgresql+psycopg://felhasználó:jelszó@cím/adatbázis.</translation>
    </message>
    <message>
        <source>Empty: the till's name.</source>
        <translation>Üresen: a pénztár neve.</translation>
    </message>
    <message>
        <source>Empty: this till's own file. A PostgreSQL address gives all tills one board.</source>
        <translation>Üresen: a pénztár saját fájlja. PostgreSQL-címmel minden pénztár közös táblán dolgozik.</translation>
    </message>
    <message>
        <source>English (US)</source>
        <translation>Angol (USA)</translation>
    </message>
    <message>
        <source>Enter (CR)</source>
        <translation>Enter (CR)</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Megadás</translation>
    </message>
    <message>
        <source>Enter {label}</source>
        <translation>Megadás: {label}</translation>
    </message>
    <message>
        <source>Erase customers' data after days</source>
        <translation>Vevők adatainak törlése (nap)</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Kiderítés</translation>
    </message>
    <message>
        <source>For Reject, Ready, Collected and Left. With 0 all is sent at once.</source>
        <translation>Elutasít, Kész, Átadva és Nem vette át esetén. 0 esetén minden azonnal elmegy.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francia</translation>
    </message>
    <message>
        <source>From the vendor, for this shop. It is never shown again.</source>
        <translation>A partnertől, ehhez az üzlethez. Később nem látható.</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>{least} és {most} között.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Teljes</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Német</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Átadás fizetés nélkül</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>A kulcs fejléce</translation>
    </message>
    <message>
        <source>How often its open orders are read again.</source>
        <translation>Milyen gyakran olvassuk újra a nyitott rendeléseit.</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Magyar</translation>
    </message>
    <message>
        <source>If it is down</source>
        <translation>Ha nem működik</translation>
    </message>
    <message>
        <source>If nobody collects the order; else at once.</source>
        <translation>Ha senki sem viszi el a rendelést; különben azonnal.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Használatban</translation>
    </message>
    <message>
        <source>It answers questions</source>
        <translation>Válaszol a kérdésekre</translation>
    </message>
    <message>
        <source>Its name in the system. Empty: the one Pult is not on.</source>
        <translation>A neve a rendszerben. Üresen: amelyiken a Pult nincs.</translation>
    </message>
    <message>
        <source>Its word for Collected</source>
        <translation>Szava az Átadva állapotra</translation>
    </message>
    <message>
        <source>Its word for Preparing</source>
        <translation>Szava a Készül állapotra</translation>
    </message>
    <message>
        <source>Its word for Ready</source>
        <translation>Szava a Kész állapotra</translation>
    </message>
    <message>
        <source>Its word for cancelled</source>
        <translation>Szava a Lemondva állapotra</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Kulcs</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Billentyűzetkiosztás</translation>
    </message>
    <message>
        <source>Keyboard on the screen</source>
        <translation>Képernyő-billentyűzet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Nyelv</translation>
    </message>
    <message>
        <source>Language of slips</source>
        <translation>A blokkok nyelve</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Nyelvek</translation>
    </message>
    <message>
        <source>Leave Settings and open them again with the PIN.</source>
        <translation>Lépjen ki a beállításokból, és nyissa meg újra a PIN-kóddal.</translation>
    </message>
    <message>
        <source>Leave it at any, unless codes are cut or run together.</source>
        <translation>Maradjon bármi, hacsak a kódok nem csonkák vagy összefolyók.</translation>
    </message>
    <message>
        <source>Leave it if you do not know the model.</source>
        <translation>Hagyja így, ha nem ismeri a modellt.</translation>
    </message>
    <message>
        <source>Leave it unless the vendor says otherwise.</source>
        <translation>Hagyja így, ha a partner nem mond mást.</translation>
    </message>
    <message>
        <source>Leave none of them empty.</source>
        <translation>Egyik se maradjon üres.</translation>
    </message>
    <message>
        <source>Less: {label}</source>
        <translation>Kevesebb: {label}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Betűk</translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation>Betű soronként</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Világos</translation>
    </message>
    <message>
        <source>Lilac</source>
        <translation>Lila</translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation>Soremelés (LF)</translation>
    </message>
    <message>
        <source>Line speed</source>
        <translation>Vonali sebesség</translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation>Sorok a szám fölött</translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation>Sorok a végén</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Itt figyel</translation>
    </message>
    <message>
        <source>Location id</source>
        <translation>Helyszínazonosító</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logó</translation>
    </message>
    <message>
        <source>Main colour</source>
        <translation>Fő szín</translation>
    </message>
    <message>
        <source>Measure with a bank card</source>
        <translation>Mérés bankkártyával</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Pénz visszaadva</translation>
    </message>
    <message>
        <source>More: {label}</source>
        <translation>Több: {label}</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Mozgás</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Név</translation>
    </message>
    <message>
        <source>Name at the register</source>
        <translation>Név a pénztárgépnél</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Az üzlet neve</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>A pénztár neve</translation>
    </message>
    <message>
        <source>Name the stations whose lines it prints.</source>
        <translation>Adja meg a részlegeket, amelyek tételeit nyomtatja.</translation>
    </message>
    <message>
        <source>Nearly all printers listen at 9100.</source>
        <translation>Szinte minden nyomtató a 9100-on figyel.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Hálózat</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Hálózat, ePOS</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Soha</translation>
    </message>
    <message>
        <source>New is late after</source>
        <translation>Az új ennyi után késik</translation>
    </message>
    <message>
        <source>New orders are accepted without a tap.</source>
        <translation>Az új rendeléseket koppintás nélkül elfogadja.</translation>
    </message>
    <message>
        <source>New orders cover the screen</source>
        <translation>Az új rendelés betölti a képernyőt</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Újabb verziók</translation>
    </message>
    <message>
        <source>Newer versions are told at</source>
        <translation>Újabb verziók címe</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nem</translation>
    </message>
    <message>
        <source>No other program of this computer may use it.</source>
        <translation>Ezen a gépen más program nem használhatja.</translation>
    </message>
    <message>
        <source>Nobody could read words on it. Choose a lighter or a darker colour.</source>
        <translation>Ezen nem lehetne olvasni. Válasszon világosabb vagy sötétebb színt.</translation>
    </message>
    <message>
        <source>Nobody: slips wait</source>
        <translation>Senki: a blokkok várnak</translation>
    </message>
    <message>
        <source>None ticked: of all.</source>
        <translation>Ha egyik sincs bejelölve: mindegyiké.</translation>
    </message>
    <message>
        <source>None ticked: slips of all that no other printer takes.</source>
        <translation>Ha nincs bejelölve: mind, amit más nyomtató nem visz.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nincs megadva</translation>
    </message>
    <message>
        <source>Nothing is installed while you are open.</source>
        <translation>Nyitvatartás alatt semmi sem települ.</translation>
    </message>
    <message>
        <source>Nothing is printed for them: tick Station slips.</source>
        <translation>Semmi sem nyomtatódik belőlük: jelölje be a Részlegblokkokat.</translation>
    </message>
    <message>
        <source>Numbers go after</source>
        <translation>A számok eltűnnek</translation>
    </message>
    <message>
        <source>Of the next step and of what is chosen, as #RRGGBB. Empty: ours, blue.</source>
        <translation>A következő lépésé és a kiválasztotté, #RRGGBB alakban. Üresen: a miénk, kék.</translation>
    </message>
    <message>
        <source>Of the screen.</source>
        <translation>A képernyőé.</translation>
    </message>
    <message>
        <source>Of the shop's own, such as its address.</source>
        <translation>Az üzlet saját sorai, például a címe.</translation>
    </message>
    <message>
        <source>Of the shop's own, such as thanks or the wifi.</source>
        <translation>Az üzlet saját sorai, például köszönet vagy a wifi.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Ki</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Be</translation>
    </message>
    <message>
        <source>On the way ends after</source>
        <translation>Az Úton ennyi után ér véget</translation>
    </message>
    <message>
        <source>Once accepted</source>
        <translation>Elfogadás után</translation>
    </message>
    <message>
        <source>Once paid</source>
        <translation>Fizetés után</translation>
    </message>
    <message>
        <source>One or two; the first ticked is the larger one.</source>
        <translation>Egy vagy kettő; az elsőként bejelölt a nagyobb.</translation>
    </message>
    <message>
        <source>Only calls whose address ends with it are taken.</source>
        <translation>Csak az erre végződő címen érkező hívásokat fogadja.</translation>
    </message>
    <message>
        <source>Only if all is too small or large; 0 asks the screen.</source>
        <translation>Csak ha minden túl kicsi vagy nagy; 0 esetén a képernyő mondja meg.</translation>
    </message>
    <message>
        <source>Only if the scanner was set to send one.</source>
        <translation>Csak ha az olvasó küld ilyet.</translation>
    </message>
    <message>
        <source>Only letters, digits, blanks, dots, hyphens and underscores.</source>
        <translation>Csak betű, számjegy, szóköz, pont, kötőjel és aláhúzás.</translation>
    </message>
    <message>
        <source>Only numbers of</source>
        <translation>Csak ezek számai</translation>
    </message>
    <message>
        <source>Only slips of</source>
        <translation>Csak ezek blokkjai</translation>
    </message>
    <message>
        <source>Only where you were given id and secret, not a token.</source>
        <translation>Csak ha azonosítót és titkot kapott, nem tokent.</translation>
    </message>
    <message>
        <source>Open the next oldest</source>
        <translation>A következő legrégebbi megnyitása</translation>
    </message>
    <message>
        <source>Opening hours from</source>
        <translation>Nyitvatartás kezdete</translation>
    </message>
    <message>
        <source>Opening hours until</source>
        <translation>Nyitvatartás vége</translation>
    </message>
    <message>
        <source>Opens the drawer</source>
        <translation>Nyitja a fiókot</translation>
    </message>
    <message>
        <source>Orders for later come forward</source>
        <translation>Későbbi rendelések előkerülnek</translation>
    </message>
    <message>
        <source>Organization id</source>
        <translation>Szervezetazonosító</translation>
    </message>
    <message>
        <source>Our own numbers begin anew then.</source>
        <translation>Ekkor kezdődnek újra a saját számaink.</translation>
    </message>
    <message>
        <source>Ours, blue</source>
        <translation>A miénk, kék</translation>
    </message>
    <message>
        <source>PIN for</source>
        <translation>PIN ehhez</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Jelszó</translation>
    </message>
    <message>
        <source>Path for an order's status</source>
        <translation>A rendelés állapotának útvonala</translation>
    </message>
    <message>
        <source>Path for new orders</source>
        <translation>Az új rendelések útvonala</translation>
    </message>
    <message>
        <source>Path for ready orders</source>
        <translation>A kész rendelések útvonala</translation>
    </message>
    <message>
        <source>Path of the calls</source>
        <translation>A hívások útvonala</translation>
    </message>
    <message>
        <source>Pattern of its cards</source>
        <translation>Kártyáinak mintája</translation>
    </message>
    <message>
        <source>Pattern of its numbers</source>
        <translation>Számainak mintája</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the calls</source>
        <translation>A hívások portja</translation>
    </message>
    <message>
        <source>Preparing is late after</source>
        <translation>A Készül ennyi után késik</translation>
    </message>
    <message>
        <source>Prices on slips</source>
        <translation>Árak a blokkon</translation>
    </message>
    <message>
        <source>Printer “{name}”</source>
        <translation>„{name}” nyomtató</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Ezt nyomtatja</translation>
    </message>
    <message>
        <source>Prints as</source>
        <translation>Nyomtatás módja</translation>
    </message>
    <message>
        <source>Proves that a call comes from the vendor.</source>
        <translation>Igazolja, hogy a hívás a partnertől jön.</translation>
    </message>
    <message>
        <source>QR code on slips</source>
        <translation>QR-kód a blokkon</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Csend ettől</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Csend eddig</translation>
    </message>
    <message>
        <source>Ready is late after</source>
        <translation>A kész ennyi után késik</translation>
    </message>
    <message>
        <source>Ready numbers could not be read on that ground. Choose colours that differ more.</source>
        <translation>A kész számok nem látszanának ezen a háttéren. Válasszon jobban eltérő színeket.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Csökkentett</translation>
    </message>
    <message>
        <source>Remove line {number} of {label}</source>
        <translation>{number}. sor törlése: {label}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Csere</translation>
    </message>
    <message>
        <source>Rings in full after</source>
        <translation>Teljes csengetés ennyi után</translation>
    </message>
    <message>
        <source>Same code again</source>
        <translation>Ugyanaz a kód újra</translation>
    </message>
    <message>
        <source>Scanned, it opens the order or hands it over.</source>
        <translation>Beolvasva megnyitja vagy átadja a rendelést.</translation>
    </message>
    <message>
        <source>Scanner “{name}”</source>
        <translation>„{name}” olvasó</translation>
    </message>
    <message>
        <source>Second screen shows the numbers</source>
        <translation>A második képernyő mutatja a számokat</translation>
    </message>
    <message>
        <source>Secret end of the path</source>
        <translation>Az útvonal titkos vége</translation>
    </message>
    <message>
        <source>Secret of its calls</source>
        <translation>A hívásai titka</translation>
    </message>
    <message>
        <source>Sends on orders of</source>
        <translation>Továbbküldi innen</translation>
    </message>
    <message>
        <source>Sends them on</source>
        <translation>Mikor küldi tovább</translation>
    </message>
    <message>
        <source>Sent before a code</source>
        <translation>A kód elé küldve</translation>
    </message>
    <message>
        <source>Sent with each payment; may stay empty.</source>
        <translation>Minden fizetéssel elküldi; üres is lehet.</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Soros port</translation>
    </message>
    <message>
        <source>Session cookie</source>
        <translation>Munkamenet-süti</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Megadva</translation>
    </message>
    <message>
        <source>Set by {variable} of the computer; change it there.</source>
        <translation>A gép {variable} változója adja; ott módosítsa.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beállítások</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Közös tároló</translation>
    </message>
    <message>
        <source>Show Preparing too</source>
        <translation>A készülők is látszanak</translation>
    </message>
    <message>
        <source>Show what is typed: {label}</source>
        <translation>Beírtak mutatása: {label}</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Szimulált, ezen a képernyőn</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Blokk</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Blokkok</translation>
    </message>
    <message>
        <source>Slips print</source>
        <translation>A blokk nyomtatása</translation>
    </message>
    <message>
        <source>So long before their time; then their slips print.</source>
        <translation>Ennyivel az idejük előtt; ekkor jön a blokkjuk.</translation>
    </message>
    <message>
        <source>Sound for a new number</source>
        <translation>Hang új számnál</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Hangok</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanyol</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Személyzet</translation>
    </message>
    <message>
        <source>Stands at the top of slips; a PNG or JPEG.</source>
        <translation>A blokk tetején áll; PNG vagy JPEG.</translation>
    </message>
    <message>
        <source>Stands at the top of the screen and on slips.</source>
        <translation>A képernyő tetején és a blokkon áll.</translation>
    </message>
    <message>
        <source>Stands on the printer's own test page, such as 192.168.1.50.</source>
        <translation>A nyomtató saját próbalapján áll, például 192.168.1.50.</translation>
    </message>
    <message>
        <source>Station slips</source>
        <translation>Részlegblokkok</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Részlegek</translation>
    </message>
    <message>
        <source>Stay on the order</source>
        <translation>Maradjon a rendelésen</translation>
    </message>
    <message>
        <source>Such as 06:30. Empty: never quiet.</source>
        <translation>Például 06:30. Üresen: sosincs csend.</translation>
    </message>
    <message>
        <source>Such as 22:00; then it only flashes. Empty: never.</source>
        <translation>Például 22:00; onnantól csak villog. Üresen: soha.</translation>
    </message>
    <message>
        <source>Such as W- for W-12. Empty for plain numbers.</source>
        <translation>Például W-, mint W-12. Üresen sima számok.</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Rendszer nyomtatósora</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Takes over after</source>
        <translation>Ennyi után veszi át</translation>
    </message>
    <message>
        <source>Tell names to vendors</source>
        <translation>Nevek közlése a partnerekkel</translation>
    </message>
    <message>
        <source>Tell what comes after</source>
        <translation>A folytatást is közli</translation>
    </message>
    <message>
        <source>Tells this till from the shop's others. Never give two the same.</source>
        <translation>Megkülönbözteti a többi pénztártól. Ne adja kettőnek ugyanazt.</translation>
    </message>
    <message>
        <source>Terminal code</source>
        <translation>Terminálkód</translation>
    </message>
    <message>
        <source>Terminal id</source>
        <translation>Terminálazonosító</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Szövegméret</translation>
    </message>
    <message>
        <source>The address the vendor was given. Pult tries it to see that calls come.</source>
        <translation>A partnernek megadott cím. A Pult kipróbálja, hogy megjönnek-e a hívások.</translation>
    </message>
    <message>
        <source>The catalogue has no station called {names}.</source>
        <translation>A katalógusban nincs ilyen részleg: {names}.</translation>
    </message>
    <message>
        <source>The day begins at</source>
        <translation>A nap kezdete</translation>
    </message>
    <message>
        <source>The end of the address that the vendor was given.</source>
        <translation>A partnernek megadott cím vége.</translation>
    </message>
    <message>
        <source>The file of a picture, PNG or JPEG.</source>
        <translation>Egy kép fájlja, PNG vagy JPEG.</translation>
    </message>
    <message>
        <source>The largest total, in this till's money; 0: any.</source>
        <translation>A legnagyobb összeg a pénztár pénznemében; 0: bármennyi.</translation>
    </message>
    <message>
        <source>The name of a header, such as X-API-KEY.</source>
        <translation>Egy fejléc neve, például X-API-KEY.</translation>
    </message>
    <message>
        <source>The path of a folder, or empty.</source>
        <translation>Egy mappa útvonala, vagy üres.</translation>
    </message>
    <message>
        <source>The printer that takes over its slips.</source>
        <translation>A nyomtató, amely átveszi a blokkjait.</translation>
    </message>
    <message>
        <source>The printer's buzzer helps</source>
        <translation>A nyomtató csipogója segít</translation>
    </message>
    <message>
        <source>The publisher's address. Empty: never looked for.</source>
        <translation>A kiadó címe. Üres: soha nem keresi.</translation>
    </message>
    <message>
        <source>The publisher's key</source>
        <translation>A kiadó kulcsa</translation>
    </message>
    <message>
        <source>The publisher's whole key of 44 letters and signs, or empty.</source>
        <translation>A kiadó teljes, 44 jelből álló kulcsa, vagy üres.</translation>
    </message>
    <message>
        <source>The ruler shows how many this printer takes.</source>
        <translation>A vonalzó mutatja, mennyi fér el.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Call whoever looks after this computer.</source>
        <translation>A beállításfájl nem olvasható. Hívja, aki a gépet gondozza.</translation>
    </message>
    <message>
        <source>The settings file cannot be written. Call whoever looks after this computer.</source>
        <translation>A beállításfájl nem írható. Hívja, aki a gépet gondozza.</translation>
    </message>
    <message>
        <source>The settings file was changed by hand and cannot be read: “pult check” names the line.</source>
        <translation>A beállításfájlt kézzel módosították, és nem olvasható: a „pult check” megnevezi a sort.</translation>
    </message>
    <message>
        <source>The three letters of a currency, such as HUF or EUR.</source>
        <translation>A pénznem három betűje, például HUF vagy EUR.</translation>
    </message>
    <message>
        <source>The three letters of the shop's money, such as EUR.</source>
        <translation>Az üzlet pénznemének három betűje, például EUR.</translation>
    </message>
    <message>
        <source>The vendor then hears of nothing that follows.</source>
        <translation>A partner a többiről már nem értesül.</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Teljes képernyő</translation>
    </message>
    <message>
        <source>The whole screen leaves no way to other programs.</source>
        <translation>Teljes képernyőről nincs út más programokhoz.</translation>
    </message>
    <message>
        <source>Their orders are entered into the register.</source>
        <translation>A rendeléseik bekerülnek a pénztárgépbe.</translation>
    </message>
    <message>
        <source>Then the order counts as collected. With 0 only by a tap.</source>
        <translation>Utána a rendelés átadottnak számít. 0 esetén csak koppintásra.</translation>
    </message>
    <message>
        <source>There is no other printer yet.</source>
        <translation>Még nincs másik nyomtató.</translation>
    </message>
    <message>
        <source>They would hand slips round in a circle. The last one takes over nothing.</source>
        <translation>Körbe adnák a blokkokat. Az utolsónak ne legyen helyettese.</translation>
    </message>
    <message>
        <source>This computer's address; 0.0.0.0 is every one it has.</source>
        <translation>A gép címe; 0.0.0.0 mindegyiket jelenti.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Ez kell.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Ez nem szám.</translation>
    </message>
    <message>
        <source>This pattern cannot be read.</source>
        <translation>Ez a minta nem olvasható.</translation>
    </message>
    <message>
        <source>This printer prints no slips: tick Slips.</source>
        <translation>Ez a nyomtató nem nyomtat blokkot: jelölje be a Blokkokat.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Pénztár</translation>
    </message>
    <message>
        <source>Till id</source>
        <translation>Pénztár azonosítója</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Idő a visszavonásra</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Időzóna</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Type or paste it here</source>
        <translation>Írja vagy illessze be ide</translation>
    </message>
    <message>
        <source>Types like a keyboard</source>
        <translation>Billentyűzetként gépel</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Under it the register shows where orders come from.</source>
        <translation>A pénztárgép ezen a néven mutatja, honnan jött a rendelés.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Felhasználónév</translation>
    </message>
    <message>
        <source>Usually: {value}.</source>
        <translation>Általában: {value}.</translation>
    </message>
    <message>
        <source>Vendor {name}</source>
        <translation>Partner: {name}</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Ibolya</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Hangerő</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>Várakozás kapcsolatra</translation>
    </message>
    <message>
        <source>Wait for a whole slip</source>
        <translation>Várakozás egész blokkra</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Várakozás válaszra</translation>
    </message>
    <message>
        <source>Walk-in orders</source>
        <translation>Helyi rendelések</translation>
    </message>
    <message>
        <source>What customers read may differ from the screen.</source>
        <translation>Amit a vevő olvas, eltérhet a képernyőtől.</translation>
    </message>
    <message>
        <source>What is not signed with it is refused.</source>
        <translation>Amit nem ezzel írtak alá, azt a Pult elutasítja.</translation>
    </message>
    <message>
        <source>What is open once an order was accepted, ready or collected.</source>
        <translation>Mi legyen nyitva, ha egy rendelés elfogadva, kész vagy átadva.</translation>
    </message>
    <message>
        <source>When cash is taken</source>
        <translation>Készpénz átvételekor</translation>
    </message>
    <message>
        <source>When it comes as a field is tapped.</source>
        <translation>Mikor jelenik meg, ha mezőre koppint.</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Ha kell</translation>
    </message>
    <message>
        <source>When the vendor said yes</source>
        <translation>Ha a partner igent mondott</translation>
    </message>
    <message>
        <source>Where client id and secret are exchanged for a token.</source>
        <translation>Ahol a kliensazonosítóért és -titokért tokent ad.</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Hol van</translation>
    </message>
    <message>
        <source>Where its service is reached; begins with https://</source>
        <translation>Ahol a szolgáltatása elérhető; https:// kezdetű</translation>
    </message>
    <message>
        <source>Where orders and logs are kept. Empty: the usual folder.</source>
        <translation>Ahol a rendelések és naplók vannak. Üresen: a szokásos mappa.</translation>
    </message>
    <message>
        <source>Where orders are kept</source>
        <translation>Ahol a rendelések vannak</translation>
    </message>
    <message>
        <source>Where this computer cannot be heard.</source>
        <translation>Ha ezt a gépet nem hallani.</translation>
    </message>
    <message>
        <source>Whether anything on the screen moves by itself.</source>
        <translation>Mozogjon-e magától bármi a képernyőn.</translation>
    </message>
    <message>
        <source>Whether it sounds with each slip.</source>
        <translation>Megszólaljon-e minden blokknál.</translation>
    </message>
    <message>
        <source>Whether orders can be keyed in here.</source>
        <translation>Beüthetők-e itt rendelések.</translation>
    </message>
    <message>
        <source>Which screen</source>
        <translation>Melyik képernyő</translation>
    </message>
    <message>
        <source>While they ring; never over a dialog.</source>
        <translation>Amíg csengetnek; párbeszédablak fölött soha.</translation>
    </message>
    <message>
        <source>While you are tapping, a new order only chimes until then.</source>
        <translation>Amíg valaki koppint, az új rendelés addig csak halkan jelez.</translation>
    </message>
    <message>
        <source>Who accepted an order, where the vendor takes it.</source>
        <translation>Ki fogadott el egy rendelést, ahol a partner átveszi.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ablak</translation>
    </message>
    <message>
        <source>Without it, orders with a delivery fee do not reach the register.</source>
        <translation>Nélküle a kiszállítási díjas rendelések nem kerülnek a pénztárgépbe.</translation>
    </message>
    <message>
        <source>Written as #RRGGBB. Empty: ours, dark.</source>
        <translation>#RRGGBB alakban írva. Üresen: a miénk, sötét.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Igen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>üres</translation>
    </message>
    <message>
        <source>min</source>
        <translation>p</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nincs</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nincs megadva</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nincs kiválasztva</translation>
    </message>
    <message>
        <source>s</source>
        <translation>mp</translation>
    </message>
    <message>
        <source>set</source>
        <translation>megadva</translation>
    </message>
    <message>
        <source>{label} · not saved</source>
        <translation>{label} · nincs mentve</translation>
    </message>
    <message>
        <source>{label}, line {number}</source>
        <translation>{label}, {number}. sor</translation>
    </message>
    <message>
        <source>{label}: back to {value}</source>
        <translation>{label}: vissza erre: {value}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Add printer by hand</source>
        <translation>Nyomtató felvétele kézzel</translation>
    </message>
    <message>
        <source>Add scanner</source>
        <translation>Olvasó felvétele</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cím</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Munka közben</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Kapcsolat</translation>
    </message>
    <message>
        <source>Customers' data</source>
        <translation>Vevők adatai</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Eszközfájl</translation>
    </message>
    <message>
        <source>Everything of the settings file. What you do not know, leave as it is.</source>
        <translation>Minden a beállításfájlból. Amit nem ismer, hagyja úgy.</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Kevesebb beállítás</translation>
    </message>
    <message>
        <source>Fill in what you know, then save it.</source>
        <translation>Töltse ki, amit tud, majd mentse.</translation>
    </message>
    <message>
        <source>Its orders come once Pult is started again.</source>
        <translation>A rendelései a Pult újraindítása után jönnek.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Billentyűzet</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Késő rendelések</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>További beállítások</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Hálózat</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Hálózat, ePOS</translation>
    </message>
    <message>
        <source>No scanner set up</source>
        <translation>Nincs beállított olvasó</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nincs ilyen nevű.</translation>
    </message>
    <message>
        <source>Orders work without one: tap the card instead.</source>
        <translation>A rendelések nélküle is mennek: koppintson a kártyára.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eltávolítás</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Keresés minden beállításban</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Beállítások keresése</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Soros port</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Szimulált, ezen a képernyőn</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Személyzet</translation>
    </message>
    <message>
        <source>Switch it on and fill in what it needs, then save.</source>
        <translation>Kapcsolja be, töltse ki, ami kell, aztán mentse.</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Rendszer nyomtatósora</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Kapcsolat próbája</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Ez a pénztár</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Próbálja ki</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nincs megadva</translation>
    </message>
    <message>
        <source>{vendor} is not in use</source>
        <translation>{vendor} nincs használatban</translation>
    </message>
    <message>
        <source>{vendor} is set up</source>
        <translation>{vendor} be van állítva</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Nothing was saved. {why}</source>
        <translation>Semmi sem lett mentve. {why}</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Mentés ide</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Beállítások mentése</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Mentve.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Átvétel</translation>
    </message>
    <message>
        <source>Take over a set-up</source>
        <translation>Beállítások átvétele</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>Névjegy</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Haladó</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalógus</translation>
    </message>
    <message>
        <source>Copy this till</source>
        <translation>Pénztár másolása</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Vevőkijelző</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Nyelv és kinézet</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Nyomtatók</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Olvasók</translation>
    </message>
    <message>
        <source>Set up Pult</source>
        <translation>A Pult beállítása</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beállítások</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Blokk</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Hangok</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Személyzet</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Pénztár</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Partnerek</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>All is settled. Take a tick back to have it here again.</source>
        <translation>Minden rendezve. Vegyen vissza egy pipát, ha újra itt kell.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Give {amount} back {there}: the customer had paid {vendor}.</source>
        <translation>{amount} visszaadandó, {there}. A vevő ott fizetett: {vendor}.</translation>
    </message>
    <message>
        <source>Here only; {vendor} is not told</source>
        <translation>Csak itt; {vendor} nem kap értesítést</translation>
    </message>
    <message>
        <source>Pult cannot do these by itself. Do each where it says, then tick it.</source>
        <translation>Ezeket a Pult nem tudja magától. Tegye meg mindegyiket ott, ahol áll, aztán pipálja ki.</translation>
    </message>
    <message>
        <source>Settled: {number}, {what}</source>
        <translation>Rendezve: {number}, {what}</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Rendezendő</translation>
    </message>
    <message>
        <source>in the {place}</source>
        <translation>itt: {place}</translation>
    </message>
    <message>
        <source>in {vendor} itself</source>
        <translation>itt: {vendor}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} óta</translation>
    </message>
    <message>
        <source>{amount} was given back here. Note it {there}, which counts it as paid.</source>
        <translation>{amount} itt vissza lett adva. Jegyezze fel, {there}: ott fizetettnek számít.</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} rendezendő</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{vendor} does not know that it was cancelled. Cancel it there.</source>
        <translation>{vendor} nem tudja, hogy törölték. Törölje ott.</translation>
    </message>
    <message>
        <source>{vendor} does not know that it was rejected. Reject it there.</source>
        <translation>{vendor} nem tudja, hogy elutasították. Utasítsa el ott.</translation>
    </message>
    <message>
        <source>{vendor} does not know that the customer left. Close the order there.</source>
        <translation>{vendor} nem tudja, hogy a vevő nem vette át. Zárja le ott a rendelést.</translation>
    </message>
    <message>
        <source>{vendor} is not told</source>
        <translation>{vendor} nem kap értesítést</translation>
    </message>
    <message>
        <source>{vendor} is not told; its own refund is done {there}.</source>
        <translation>{vendor} nem kap értesítést; a saját visszatérítés {there} intézhető.</translation>
    </message>
    <message>
        <source>{vendor} is not told; refund there</source>
        <translation>{vendor} nem kap értesítést; ott térítse vissza</translation>
    </message>
    <message>
        <source>{vendor} is not told; refund {there}</source>
        <translation>{vendor} nem kap értesítést; visszatérítés {there}</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>8 letters or more. Without it nobody can open the file.</source>
        <translation>Legalább 8 betű. Nélküle senki sem nyithatja meg a fájlt.</translation>
    </message>
    <message>
        <source>All settings, keys and the logo go into one file that only the passphrase opens. Orders stay here, and so do this till's name and id.</source>
        <translation>Minden beállítás, kulcs és a logó egy fájlba kerül, amelyet csak a jelmondat nyit. A rendelések itt maradnak, a pénztár neve és azonosítója is.</translation>
    </message>
    <message>
        <source>From another till</source>
        <translation>Másik pénztárról</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Jelmondat</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>A fájl jelmondata</translation>
    </message>
    <message>
        <source>Replaces the settings of this till; it keeps its name, id and orders.</source>
        <translation>Lecseréli a pénztár beállításait; a neve, az azonosítója és a rendelései maradnak.</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Beállítások mentése</translation>
    </message>
    <message>
        <source>Show the passphrase: {action}</source>
        <translation>Jelmondat mutatása: {action}</translation>
    </message>
    <message>
        <source>Take over a set-up</source>
        <translation>Beállítások átvétele</translation>
    </message>
    <message>
        <source>The passphrase does not fit {file}. Nothing was changed. Type it again.</source>
        <translation>A jelmondat nem illik ehhez: {file}. Semmi sem változott. Írja be újra.</translation>
    </message>
    <message>
        <source>The passphrase is too short. It needs 8 letters or more.</source>
        <translation>A jelmondat túl rövid. Legalább 8 betű kell.</translation>
    </message>
    <message>
        <source>The set-up in {file} does not fit this till. Nothing was changed. {detail}</source>
        <translation>A beállítások ({file}) nem illenek ehhez a pénztárhoz. Semmi sem változott. {detail}</translation>
    </message>
    <message>
        <source>The set-up was taken over. It holds once Pult is started again.</source>
        <translation>A beállítások átvéve. A Pult újraindítása után érvényesek.</translation>
    </message>
    <message>
        <source>The shop's PIN is needed. Nothing was changed. Leave Settings and open them again.</source>
        <translation>Az üzlet PIN-kódja kell. Semmi sem változott. Lépjen ki a beállításokból, és nyissa meg újra.</translation>
    </message>
    <message>
        <source>To another till</source>
        <translation>Másik pénztárra</translation>
    </message>
    <message>
        <source>Written to {path}. Keep the passphrase apart from the file.</source>
        <translation>Kiírva ide: {path}. A jelmondatot a fájltól külön tartsa.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {detail}. Nothing was changed.</source>
        <translation>Nem használható: {file}, {detail}. Semmi sem változott.</translation>
    </message>
    <message>
        <source>{file} is damaged. Nothing was changed. Copy the file again from the other till.</source>
        <translation>{file} sérült. Semmi sem változott. Másolja át újra a másik pénztárról.</translation>
    </message>
    <message>
        <source>{file} is no set-up of Pult. Nothing was changed.</source>
        <translation>{file} nem Pult-beállítás. Semmi sem változott.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Pult. Nothing was changed. Bring Pult up to date here first.</source>
        <translation>{file} újabb Pulttal készült. Semmi sem változott. Előbb itt frissítse a Pultot.</translation>
    </message>
</context>
<context>
    <name>ShownRow</name>
    <message>
        <source>Left out</source>
        <translation>Kimarad</translation>
    </message>
    <message>
        <source>On the slip</source>
        <translation>A blokkon</translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Scan</source>
        <translation>Beolvas</translation>
    </message>
</context>
<context>
    <name>SlipPreviewView</name>
    <message>
        <source>Exactly what it prints</source>
        <translation>Pontosan ezt nyomtatja</translation>
    </message>
    <message>
        <source>No picture can be drawn here</source>
        <translation>Itt nem rajzolható kép</translation>
    </message>
    <message>
        <source>Preview of a slip</source>
        <translation>Blokk előnézete</translation>
    </message>
    <message>
        <source>The letters are the printer's own</source>
        <translation>A betűk a nyomtató sajátjai</translation>
    </message>
</context>
<context>
    <name>SlipSection</name>
    <message numerus="yes">
        <source>%n changes, not saved</source>
        <translation>
            <numerusform>%n módosítás, nincs mentve</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer's name</source>
        <translation>A vevő neve</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Elvetés</translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation>Sorok a szám fölött</translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation>Sorok a végén</translation>
    </message>
    <message>
        <source>Nothing was changed, slips are printed as before. {why}</source>
        <translation>Semmi sem változott, a blokkok a régi módon nyomtatódnak. {why}</translation>
    </message>
    <message>
        <source>Number, vendor, what is to be paid and the customer's note always stand.</source>
        <translation>A szám, a partner, a fizetendő és a vevő megjegyzése mindig rajta van.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Árak</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-kód</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Mentés</translation>
    </message>
    <message>
        <source>Saved. The next slip is printed so.</source>
        <translation>Mentve. A következő blokk már így jön.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Mentés…</translation>
    </message>
    <message>
        <source>Takes effect with the next slip, no restart</source>
        <translation>A következő blokktól, újraindítás nélkül</translation>
    </message>
    <message>
        <source>This is how slips are printed now.</source>
        <translation>Most így nyomtatódnak a blokkok.</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>*Slip waits for your answer.* It is too old to come by itself.</source>
        <translation>*A blokk a válaszára vár.* Túl régi, hogy magától kijöjjön.</translation>
    </message>
    <message>
        <source>*Slip waits:* “{printer}” {cause}.</source>
        <translation>*Vár a blokk:* „{printer}” {cause}.</translation>
    </message>
    <message>
        <source>*Station slip waits for your answer.* It is too old to come by itself.</source>
        <translation>*A részlegblokk a válaszára vár.* Túl régi, hogy magától kijöjjön.</translation>
    </message>
    <message>
        <source>*Station slip waits:* “{printer}” {cause}.</source>
        <translation>*Vár a részlegblokk:* „{printer}” {cause}.</translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>Mind kijött</translation>
    </message>
    <message>
        <source>Came out</source>
        <translation>Kijött</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Később</translation>
    </message>
    <message>
        <source>Look at the printer, then say of each slip whether it came out.</source>
        <translation>Nézze meg a nyomtatót, aztán minden blokkról mondja meg, kijött-e.</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Nincs blokk</translation>
    </message>
    <message>
        <source>None came out</source>
        <translation>Egy sem jött ki</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>Másik nyomtató</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Kinyomtatás</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Próbálja újra</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Rendezés</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Kihagyás</translation>
    </message>
    <message>
        <source>Slips that wait for “{printer}”</source>
        <translation>Blokkok, amelyek erre várnak: „{printer}”</translation>
    </message>
    <message>
        <source>Slips to look at</source>
        <translation>Megnézendő blokkok</translation>
    </message>
    <message>
        <source>These are too old to come by themselves. Are they still wanted?</source>
        <translation>Ezek túl régiek, hogy maguktól kijöjjenek. Kellenek még?</translation>
    </message>
    <message>
        <source>Waits since {time} for “{printer}”</source>
        <translation>{time} óta vár erre: „{printer}”</translation>
    </message>
    <message>
        <source>Waits since {time}: “{printer}” {cause}</source>
        <translation>{time} óta vár: „{printer}” {cause}</translation>
    </message>
    <message>
        <source>waits {age}: too old to come by itself</source>
        <translation>{age} óta vár: túl régi, hogy magától kijöjjön</translation>
    </message>
    <message>
        <source>waits {age}: “{printer}” {cause}</source>
        <translation>{age} óta vár: „{printer}” {cause}</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{number} · {vendor} · printed again</source>
        <translation>{number} · {vendor} · újranyomtatás</translation>
    </message>
    <message>
        <source>{number} · {vendor} · station slip</source>
        <translation>{number} · {vendor} · részlegblokk</translation>
    </message>
    <message>
        <source>{slips}. Orders go on; nothing comes out twice.</source>
        <translation>{slips}. A rendelések mennek tovább; semmi sem jön ki kétszer.</translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which stopped answering at the end</source>
        <translation>{time}, „{printer}”: a végén nem válaszolt</translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which {cause}. It may still come out by itself</source>
        <translation>{time}, „{printer}”: {cause}. Még magától kijöhet</translation>
    </message>
    <message>
        <source>{time} on “{printer}”. Pult ended while it printed</source>
        <translation>{time}, „{printer}”. A Pult nyomtatás közben állt le</translation>
    </message>
</context>
<context>
    <name>SoldOut</name>
    <message>
        <source>No product found. Search for a part of its name.</source>
        <translation>Nincs ilyen termék. Keressen a neve egy részletére.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Termék keresése</translation>
    </message>
    <message>
        <source>Tap what is sold out today, tap again to take it back. The vendors still offer it.</source>
        <translation>Koppintson arra, ami ma elfogyott, újra koppintva visszaveszi. A partnerek továbbra is kínálják.</translation>
    </message>
    <message>
        <source>The catalogue is empty. Open an order and tap the line that is sold out.</source>
        <translation>A katalógus üres. Nyisson meg egy rendelést, és koppintson az elfogyott sorra.</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>Még {count}: keressen rájuk</translation>
    </message>
</context>
<context>
    <name>SoundDesk</name>
    <message>
        <source>A loudspeaker that is plugged in later is used at once.</source>
        <translation>A később bedugott hangszórót azonnal használja.</translation>
    </message>
    <message>
        <source>Do not leave the screen out of sight until Pult can be heard.</source>
        <translation>Tartsa szem előtt a képernyőt, amíg a Pult nem hallható.</translation>
    </message>
    <message>
        <source>Look whether the computer is muted.</source>
        <translation>Nézze meg, le van-e némítva a gép.</translation>
    </message>
    <message>
        <source>Look whether the loudspeaker is plugged in and switched on.</source>
        <translation>Nézze meg, be van-e dugva és be van-e kapcsolva a hangszóró.</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead</source>
        <translation>Nincs hang: a Pult villog helyette</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead.</source>
        <translation>Nincs hang: a Pult villog helyette.</translation>
    </message>
    <message>
        <source>Orders are not called out.</source>
        <translation>A rendeléseket nem mondja be.</translation>
    </message>
    <message>
        <source>Orders are safe. The window flashes for each one that is new.</source>
        <translation>A rendelések biztonságban vannak. Az ablak minden újnál felvillan.</translation>
    </message>
    <message>
        <source>Press “Test the sound”.</source>
        <translation>Nyomja meg: „Hang próbája”.</translation>
    </message>
    <message>
        <source>Pult rings for new orders.</source>
        <translation>A Pult csenget az új rendeléseknél.</translation>
    </message>
    <message>
        <source>Sound works again.</source>
        <translation>Újra van hang.</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Hang próbája</translation>
    </message>
    <message>
        <source>The loudspeaker takes no sound.</source>
        <translation>A hangszóró nem ad hangot.</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker.</source>
        <translation>Ezen a gépen nincs hangszóró.</translation>
    </message>
    <message>
        <source>This computer has no voice for the till's language.</source>
        <translation>Ezen a gépen nincs hang a pénztár nyelvéhez.</translation>
    </message>
    <message>
        <source>This computer is muted.</source>
        <translation>A gép le van némítva.</translation>
    </message>
    <message>
        <source>This computer's sound system does not run.</source>
        <translation>A gép hangrendszere nem fut.</translation>
    </message>
    <message>
        <source>This computer's sound system was started anew. Start Pult again to hear it.</source>
        <translation>A gép hangrendszere újraindult. Indítsa újra a Pultot, hogy hallható legyen.</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>A badge is any code a scanner reads. Scanned, it changes who works here.</source>
        <translation>Kitűző bármilyen kód lehet, amit az olvasó olvas. Beolvasva átvált arra, aki itt dolgozik.</translation>
    </message>
    <message>
        <source>Anybody may</source>
        <translation>Bárki megteheti</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Badge of {name}</source>
        <translation>{name} kitűzője</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Módosítás</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>PIN módosítása</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} módosítása</translation>
    </message>
    <message>
        <source>Close Pult</source>
        <translation>Pult bezárása</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Zárás</translation>
    </message>
    <message>
        <source>Erase name</source>
        <translation>Név törlése</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>{name} törlése</translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation>Törli: {name}?</translation>
    </message>
    <message>
        <source>Former staff</source>
        <translation>Korábbi személyzet</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tovább</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Átadás fizetés nélkül</translation>
    </message>
    <message>
        <source>History keeps what was done, without the name. That cannot be taken back.</source>
        <translation>Az Előzményekben név nélkül marad meg, mi történt. Ez nem vonható vissza.</translation>
    </message>
    <message>
        <source>Kept. Scanned again, it changes who works here.</source>
        <translation>Mentve. Újra beolvasva átvált arra, aki itt dolgozik.</translation>
    </message>
    <message>
        <source>Key in the shop's PIN.</source>
        <translation>Üsse be az üzlet PIN-jét.</translation>
    </message>
    <message>
        <source>Key in your own PIN, or scan your badge.</source>
        <translation>Üsse be a saját PIN-jét, vagy olvassa be a kitűzőjét.</translation>
    </message>
    <message>
        <source>Left; the name stays in History</source>
        <translation>Elment; a neve marad az Előzményekben</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Keresés…</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Pénz visszaadva</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Név</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>Új PIN még egyszer</translation>
    </message>
    <message>
        <source>New PIN, 4 to 8 digits</source>
        <translation>Új PIN, 4–8 számjegy</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Új személy</translation>
    </message>
    <message>
        <source>No PIN and no badge</source>
        <translation>Nincs PIN és kitűző</translation>
    </message>
    <message>
        <source>No PIN is set yet, so nothing asks for one.</source>
        <translation>Még nincs PIN, így semmi sem kéri.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Senki</translation>
    </message>
    <message>
        <source>Nothing was changed. Begin anew and key it in.</source>
        <translation>Semmi sem változott. Kezdje újra, és adja meg.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take another code.</source>
        <translation>Semmi sem változott. Vegyen másik kódot.</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>Régi PIN</translation>
    </message>
    <message>
        <source>Only with the PIN</source>
        <translation>Csak PIN-nel</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Beállítások megnyitása</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN for Settings</source>
        <translation>PIN a Beállításokhoz</translation>
    </message>
    <message>
        <source>PIN for money back</source>
        <translation>PIN pénz-visszaadáshoz</translation>
    </message>
    <message>
        <source>PIN for {act}</source>
        <translation>PIN ehhez: {act}</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} PIN-je</translation>
    </message>
    <message>
        <source>PIN to close</source>
        <translation>PIN a bezáráshoz</translation>
    </message>
    <message>
        <source>PIN to hand over unpaid</source>
        <translation>PIN fizetés nélküli átadáshoz</translation>
    </message>
    <message>
        <source>Print badge</source>
        <translation>Kitűző nyomtatása</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eltávolítás</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Mentés</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Mentés…</translation>
    </message>
    <message>
        <source>Scan badge</source>
        <translation>Kitűző beolvasása</translation>
    </message>
    <message>
        <source>Scan the badge now</source>
        <translation>Olvassa be most a kitűzőt</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>PIN megadása</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beállítások</translation>
    </message>
    <message>
        <source>Somebody here has that name already.</source>
        <translation>Valakinek itt már ez a neve.</translation>
    </message>
    <message>
        <source>Take PIN away</source>
        <translation>PIN elvétele</translation>
    </message>
    <message>
        <source>Take badge away</source>
        <translation>Kitűző elvétele</translation>
    </message>
    <message>
        <source>Tap your name or scan your badge. History says who did what.</source>
        <translation>Koppintson a nevére, vagy olvassa be a kitűzőjét. Az Előzmények mutatják, ki mit tett.</translation>
    </message>
    <message>
        <source>That PIN is not right. One more try, then Pult waits.</source>
        <translation>Nem jó a PIN. Még egy próba, aztán a Pult vár.</translation>
    </message>
    <message>
        <source>That PIN is not right. {count} more tries, then Pult waits.</source>
        <translation>Nem jó a PIN. Még {count} próba, aztán a Pult vár.</translation>
    </message>
    <message>
        <source>That is the badge of {name}</source>
        <translation>Ez {name} kitűzője</translation>
    </message>
    <message>
        <source>The PIN cannot be looked at now. Orders are safe. Try again.</source>
        <translation>A PIN most nem ellenőrizhető. A rendelések biztonságban vannak. Próbálja újra.</translation>
    </message>
    <message>
        <source>The badge was not kept</source>
        <translation>A kitűző nem lett elmentve</translation>
    </message>
    <message>
        <source>The two new PINs differ.</source>
        <translation>A két új PIN eltér.</translation>
    </message>
    <message>
        <source>This needs the shop's PIN.</source>
        <translation>Ehhez az üzlet PIN-kódja kell.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time}. Orders go on meanwhile.</source>
        <translation>Túl sok rossz PIN. Próbálja újra {time} múlva. A rendelések közben mennek tovább.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a little, then try again. Orders go on meanwhile.</source>
        <translation>Túl sok rossz PIN. Várjon egy kicsit, aztán próbálja újra. A rendelések közben mennek tovább.</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>Kilépés</translation>
    </message>
    <message>
        <source>What is done from now on is in this name.</source>
        <translation>Mostantól minden ezen a néven történik.</translation>
    </message>
    <message>
        <source>What needs the shop's PIN</source>
        <translation>Mihez kell az üzlet PIN-je</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Aki itt dolgozik</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Ki dolgozik itt?</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>Ki?</translation>
    </message>
    <message>
        <source>With PIN and badge</source>
        <translation>PIN-nel és kitűzővel</translation>
    </message>
    <message>
        <source>With a PIN</source>
        <translation>PIN-nel</translation>
    </message>
    <message>
        <source>With a badge</source>
        <translation>Kitűzővel</translation>
    </message>
    <message>
        <source>With names History says who did what. One tap on the name at the top changes it.</source>
        <translation>Nevekkel az Előzmények mutatják, ki mit tett. A fenti névre koppintva vált.</translation>
    </message>
    <message>
        <source>Write it down for the owner. When it is lost, whoever keeps this PC resets it with “pult pin reset”.</source>
        <translation>Írja fel a tulajdonosnak. Ha elvész, a gép gondozója a „pult pin reset” paranccsal állítja vissza.</translation>
    </message>
    <message>
        <source>{name} works here</source>
        <translation>Itt dolgozik: {name}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Demo</source>
        <translation>Demó</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Megnyitás…</translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation>A Pult előveszi a pénztár rendeléseit.</translation>
    </message>
</context>
<context>
    <name>StopWindow</name>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
    <message>
        <source>Close it first, also where another user of this computer has it.</source>
        <translation>Előbb zárja be, akkor is, ha a számítógép egy másik felhasználójánál fut.</translation>
    </message>
    <message>
        <source>Correct in the settings file what is named below, then start Pult again.</source>
        <translation>Javítsa a beállításfájlban azt, ami lent áll, majd indítsa újra a Pultot.</translation>
    </message>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation>Semmi sem változott. A rendelések megmaradtak, ahogy voltak.</translation>
    </message>
    <message>
        <source>Pult cannot start: it could not keep any orders</source>
        <translation>A Pult nem tud elindulni: nem tudná megőrizni a rendeléseket</translation>
    </message>
    <message>
        <source>Pult cannot start: its settings cannot be used</source>
        <translation>A Pult nem tud elindulni: a beállításai nem használhatók</translation>
    </message>
    <message>
        <source>Pult is open already, but does not answer here</source>
        <translation>A Pult már fut, de innen nem válaszol</translation>
    </message>
    <message>
        <source>Type “pult check” in a terminal: it names the command that helps.</source>
        <translation>Írja be egy terminálba: „pult check” – megnevezi a parancsot, amely segít.</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>Details: {text}</source>
        <translation>Részletek: {text}</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Tegye</translation>
    </message>
    <message>
        <source>Don't</source>
        <translation>Ne tegye</translation>
    </message>
</context>
<context>
    <name>Takeover</name>
    <message>
        <source>1 new order</source>
        <translation>1 új rendelés</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Megnézem</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mutassa őket</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>még {count}</translation>
    </message>
    <message>
        <source>{count} new orders</source>
        <translation>{count} új rendelés</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Choose a logo</source>
        <translation>Logó választása</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Ezt használom</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>History</source>
        <translation>Előzmények</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Rendelésszám</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Szünet</translation>
    </message>
    <message>
        <source>Pause and sold out</source>
        <translation>Szünet és elfogyott</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Keresés</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beállítások</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Helyi rendelés</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>take-away</source>
        <translation>elvitelre</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>„{note}”</translation>
    </message>
</context>
<context>
    <name>TotalsList</name>
    <message>
        <source>Other</source>
        <translation>Egyéb</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>Accepted orders alone</source>
        <translation>Csak az elfogadottak</translation>
    </message>
    <message>
        <source>Accepted orders are summed here.</source>
        <translation>Itt az elfogadott rendelések összege áll.</translation>
    </message>
    <message>
        <source>Close the totals</source>
        <translation>Összesítő bezárása</translation>
    </message>
    <message>
        <source>Count new orders too</source>
        <translation>Az újakat is számolja</translation>
    </message>
    <message>
        <source>New orders are counted too</source>
        <translation>Az újak is benne vannak</translation>
    </message>
    <message>
        <source>Nothing to make</source>
        <translation>Nincs mit készíteni</translation>
    </message>
    <message>
        <source>To make</source>
        <translation>Készítendő</translation>
    </message>
</context>
<context>
    <name>TouchMenu</name>
    <message>
        <source>All details</source>
        <translation>Minden részlet</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Hűségkártya</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Továbbiak</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>*Did slip {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation>*Kijött a blokk: {number}?* A Pult nyomtatás közben állt le. Nézze meg: „{printer}”.</translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation>*Kijött a blokk: {number}?* „{printer}” nem válaszolt tovább. Nézze meg.</translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation>*Kijött a blokk: {number}?* „{printer}” {cause}; ha rendbe jön, még magától kinyomtathatja.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation>*Kijött a részlegblokk: {number}?* A Pult nyomtatás közben állt le. Nézze meg: „{printer}”.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation>*Kijött a részlegblokk: {number}?* „{printer}” nem válaszolt tovább. Nézze meg.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation>*Kijött a részlegblokk: {number}?* „{printer}” {cause}; ha rendbe jön, még magától kinyomtathatja.</translation>
    </message>
    <message>
        <source>*Money taken, not accepted.* {why}. {amount} is kept here.</source>
        <translation>*Pénz átvéve, nincs elfogadva.* {why}. Itt maradt {amount}.</translation>
    </message>
    <message>
        <source>*This order is not in {vendor}.* Here it goes on. Settle it under *Not in register*.</source>
        <translation>*Ez a rendelés nincs itt: {vendor}.* Itt megy tovább. Rendezze itt: *Nincs a pénztárgépben*.</translation>
    </message>
    <message>
        <source>*Your Accept may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation>*Az elfogadás lehet, hogy nem jutott el: {vendor}.* Semmi sem megy el kétszer.</translation>
    </message>
    <message>
        <source>*Your Reject may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation>*Az elutasítás lehet, hogy nem jutott el: {vendor}.* Semmi sem megy el kétszer.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that it has this order.* Look there for {number}. The order goes on here; Pult does not send it again by itself.</source>
        <translation>*{vendor} nem erősítette meg, hogy megkapta a rendelést.* Keresse ott: {number}. Itt megy tovább; a Pult magától nem küldi újra.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that the payment failed.* Nothing is sent twice.</source>
        <translation>*{vendor} nem erősítette meg a sikertelen fizetést.* Semmi sem megy el kétszer.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {amount}.* Keep the money, do not charge again.</source>
        <translation>*{vendor} nem erősítette meg: {amount}.* Tartsa meg a pénzt, ne fizettesse újra.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {move}.* You can go on; nothing is sent twice.</source>
        <translation>*{vendor} nem erősítette meg: {move}.* Folytathatja; semmi sem megy el kétszer.</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.*</source>
        <translation>*{vendor} visszautasította: {move}.*</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Here the order goes on; set it there by hand.</source>
        <translation>*{vendor} visszautasította: {move}.* Itt a rendelés megy tovább; ott állítsa be kézzel.</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Keep the money. Look in {vendor} what it shows.</source>
        <translation>*{vendor} visszautasította: {move}.* Tartsa meg a pénzt. Nézze meg, mit mutat: {vendor}.</translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it.</source>
        <translation>Itt úgy áll, ahogy ott: {vendor}.</translation>
    </message>
    <message>
        <source>It is not accepted; do not prepare it yet.</source>
        <translation>Nincs elfogadva; még ne készítse el.</translation>
    </message>
    <message>
        <source>It is not rejected; the customer waits.</source>
        <translation>Nincs elutasítva; a vevő vár.</translation>
    </message>
    <message>
        <source>Nothing more is sent by itself.</source>
        <translation>Magától már semmi sem megy el.</translation>
    </message>
    <message>
        <source>Pult asks again at {time}.</source>
        <translation>A Pult újra kérdez: {time}.</translation>
    </message>
    <message>
        <source>Pult is asking.</source>
        <translation>A Pult kérdez.</translation>
    </message>
    <message>
        <source>The printer</source>
        <translation>A nyomtató</translation>
    </message>
    <message>
        <source>Why: “{words}”.</source>
        <translation>Ok: „{words}”.</translation>
    </message>
    <message>
        <source>{vendor} has a state Pult does not know.</source>
        <translation>{vendor} állapotát a Pult nem ismeri.</translation>
    </message>
    <message>
        <source>{vendor} now wants {wanted}</source>
        <translation>{vendor} most ennyit kér: {wanted}</translation>
    </message>
    <message>
        <source>{vendor} refused it</source>
        <translation>{vendor} visszautasította</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”.</source>
        <translation>{vendor} szerint: „{words}”.</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation>Visszavonás</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} mp</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>még {seconds} mp</translation>
    </message>
</context>
<context>
    <name>Unpaid</name>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Hand over {number} unpaid</source>
        <translation>{number} átadása fizetés nélkül</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>Nem vonható vissza.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation>A rendelés közben megváltozott. Zárja be ezt, és nézze meg.</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>Az ok a saját szavaival</translation>
    </message>
    <message>
        <source>Why is it not paid?</source>
        <translation>Miért nincs kifizetve?</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. The reason is kept in History.</source>
        <translation>{amount} kifizetetlen marad. Az ok az Előzményekben marad meg.</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is not told; the reason is in History.</source>
        <translation>{amount} kifizetetlen marad. {vendor} nem értesül; az ok az Előzményekben van.</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is told that {number} was collected; the reason is kept in History.</source>
        <translation>{amount} kifizetetlen marad. {vendor} megtudja, hogy {number} át lett adva; az ok az Előzményekben marad meg.</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Close Pult; an administrator then types: {command}</source>
        <translation>Zárja be a Pultot; utána a rendszergazda ezt írja be: {command}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Letöltés</translation>
    </message>
    <message>
        <source>Downloading Pult {version}…</source>
        <translation>Pult {version} letöltése…</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Telepítés</translation>
    </message>
    <message>
        <source>It can be installed once you have closed.</source>
        <translation>Zárás után telepíthető.</translation>
    </message>
    <message>
        <source>It ends Pult and starts it again. Orders are kept.</source>
        <translation>Bezárja és újraindítja a Pultot. A rendelések megmaradnak.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Keresés most</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Keresés…</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Újabb verzió</translation>
    </message>
    <message>
        <source>No newer Pult could be had</source>
        <translation>Nem sikerült újabb Pultot letölteni</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>Nincs keresés</translation>
    </message>
    <message>
        <source>Not looked for yet</source>
        <translation>Még nem volt keresés</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Semmi sem változott.</translation>
    </message>
    <message>
        <source>Once a day, outside opening hours, Pult looks by itself.</source>
        <translation>Naponta egyszer, nyitvatartáson kívül a Pult magától keres.</translation>
    </message>
    <message>
        <source>Pult ends for a few minutes. Orders are kept.</source>
        <translation>A Pult néhány percre bezárul. A rendelések megmaradnak.</translation>
    </message>
    <message>
        <source>Pult {version} is ready to install</source>
        <translation>Pult {version} telepíthető</translation>
    </message>
    <message>
        <source>Pult {version} is there; it will not install itself while you are open.</source>
        <translation>Megjelent a Pult {version}; nyitvatartás alatt nem települ magától.</translation>
    </message>
    <message>
        <source>Tell the publisher.</source>
        <translation>Értesítse a kiadót.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this disk.</source>
        <translation>A fájl nem menthető erre a lemezre.</translation>
    </message>
    <message>
        <source>The file is not what was signed.</source>
        <translation>A fájl nem az, amit aláírtak.</translation>
    </message>
    <message>
        <source>The newer Pult was not trusted</source>
        <translation>Az újabb Pult nem megbízható</translation>
    </message>
    <message>
        <source>The publisher cannot be reached.</source>
        <translation>A kiadó nem érhető el.</translation>
    </message>
    <message>
        <source>The publisher's address and key stand under Advanced, Newer versions.</source>
        <translation>A kiadó címe és kulcsa: Haladó, Újabb verziók.</translation>
    </message>
    <message>
        <source>The publisher's address is odd.</source>
        <translation>A kiadó címe hibás.</translation>
    </message>
    <message>
        <source>The publisher's list cannot be read.</source>
        <translation>A kiadó listája nem olvasható.</translation>
    </message>
    <message>
        <source>The publisher's list is older than what is known here.</source>
        <translation>A kiadó listája régebbi annál, amit itt már ismerünk.</translation>
    </message>
    <message>
        <source>The setup of {version} has started</source>
        <translation>A(z) {version} telepítője elindult</translation>
    </message>
    <message>
        <source>The way back is kept: {file}</source>
        <translation>A visszaút megmarad: {file}</translation>
    </message>
    <message>
        <source>There is no file for this system.</source>
        <translation>Ehhez a rendszerhez nincs fájl.</translation>
    </message>
    <message>
        <source>This is the newest</source>
        <translation>Ez a legújabb</translation>
    </message>
    <message>
        <source>What came is not signed by the publisher.</source>
        <translation>Ami jött, azt nem a kiadó írta alá.</translation>
    </message>
    <message>
        <source>What came is too large to be right.</source>
        <translation>Ami jött, túl nagy ahhoz, hogy helyes legyen.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>For {number}</source>
        <translation>Ehhez: {number}</translation>
    </message>
    <message>
        <source>Forget card</source>
        <translation>Kártya elvetése</translation>
    </message>
    <message>
        <source>{card} waits. Open its order.</source>
        <translation>{card} vár. Nyissa meg a rendelését.</translation>
    </message>
    <message>
        <source>{card}: for {number}?</source>
        <translation>{card}: ehhez való: {number}?</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} mp</translation>
    </message>
</context>
<context>
    <name>Walkin</name>
    <message>
        <source>Add anyway</source>
        <translation>Hozzáadás mégis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Összeg</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Tételek</translation>
    </message>
    <message>
        <source>Kept since {time}; not placed yet.</source>
        <translation>{time} óta félretéve; még nincs felvéve.</translation>
    </message>
    <message>
        <source>Key the amount in, or give the catalogue prices.</source>
        <translation>Üsse be az összeget, vagy adjon árakat a katalógusnak.</translation>
    </message>
    <message>
        <source>Name or barcode</source>
        <translation>Név vagy vonalkód</translation>
    </message>
    <message>
        <source>Name or note</source>
        <translation>Név vagy megjegyzés</translation>
    </message>
    <message>
        <source>Name or note, for slip and card</source>
        <translation>Név vagy megjegyzés</translation>
    </message>
    <message>
        <source>No product found</source>
        <translation>Nincs ilyen termék</translation>
    </message>
    <message>
        <source>No products with a price</source>
        <translation>Nincs termék árral</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Még nincs kiválasztva semmi</translation>
    </message>
    <message>
        <source>Nothing was placed. Press “Walk-in order” to go on.</source>
        <translation>Semmi sem lett felvéve. A folytatáshoz nyomja meg: „Helyi rendelés”.</translation>
    </message>
    <message>
        <source>On sale again</source>
        <translation>Újra kapható</translation>
    </message>
    <message>
        <source>Once placed it has a number, is in Preparing, and its slip is printed.</source>
        <translation>Felvétel után száma lesz, a Készül oszlopba kerül, és a blokkja kijön.</translation>
    </message>
    <message>
        <source>One less of {name}</source>
        <translation>Eggyel kevesebb: {name}</translation>
    </message>
    <message>
        <source>One more of {name}</source>
        <translation>Eggyel több: {name}</translation>
    </message>
    <message>
        <source>Place and pay</source>
        <translation>Felvétel és fizetés</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Rendelés felvétele</translation>
    </message>
    <message>
        <source>Placing…</source>
        <translation>Felvétel…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} eltávolítása</translation>
    </message>
    <message>
        <source>Search for a part of its name, or key the amount in.</source>
        <translation>Keressen a neve egy részletére, vagy üsse be az összeget.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Termék keresése</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Elfogyott</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Újrakezdés</translation>
    </message>
    <message>
        <source>Tap a product or scan its barcode.</source>
        <translation>Koppintson egy termékre, vagy olvassa be a vonalkódját.</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Helyi rendelés</translation>
    </message>
    <message>
        <source>Walk-in order kept, {amount}.</source>
        <translation>Helyi rendelés félretéve, {amount}.</translation>
    </message>
    <message>
        <source>What is sold</source>
        <translation>Eladott termék</translation>
    </message>
    <message>
        <source>With {count} from the catalogue, {amount}.</source>
        <translation>{count} katalógustétellel, {amount}.</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>Még {count}: keressen rájuk</translation>
    </message>
    <message>
        <source>{name} is sold out today.</source>
        <translation>{name} ma elfogyott.</translation>
    </message>
    <message>
        <source>{name}, sold out</source>
        <translation>{name}, elfogyott</translation>
    </message>
</context>
<context>
    <name>Wedge</name>
    <message>
        <source>A scanner is typing: use it?</source>
        <translation>Egy olvasó gépel: használjuk?</translation>
    </message>
    <message>
        <source>A scanner that is not set up typed a code.</source>
        <translation>Egy be nem állított olvasó begépelt egy kódot.</translation>
    </message>
    <message>
        <source>A scanner types like a keyboard and is not set up yet.</source>
        <translation>Egy olvasó billentyűzetként gépel, és még nincs beállítva.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francia</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Német</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Magyar</translation>
    </message>
    <message>
        <source>It works from now on.</source>
        <translation>Mostantól működik.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Most nem</translation>
    </message>
    <message>
        <source>Nothing was changed. Open Settings, Scanners to use it.</source>
        <translation>Semmi sem változott. A használatához: Beállítások, Olvasók.</translation>
    </message>
    <message>
        <source>Pult reads it right; set it to {here} to be sure.</source>
        <translation>A Pult jól olvassa; a biztonság kedvéért állítsa erre: {here}.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanyol</translation>
    </message>
    <message>
        <source>The scanner could not be set up.</source>
        <translation>Az olvasót nem sikerült beállítani.</translation>
    </message>
    <message>
        <source>The scanner is set up.</source>
        <translation>Az olvasó be van állítva.</translation>
    </message>
    <message>
        <source>The scanner types as on a {scanner} keyboard.</source>
        <translation>Az olvasó ilyen billentyűzetként gépel: {scanner}.</translation>
    </message>
    <message>
        <source>US</source>
        <translation>Amerikai</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Ezt használom</translation>
    </message>
    <message>
        <source>What it typed went into no field; nothing was changed.</source>
        <translation>Amit begépelt, nem került mezőbe; semmi sem változott.</translation>
    </message>
</context>
<context>
    <name>WidthDialog</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n betű</numerusform>
        </translation>
    </message>
    <message>
        <source>From 16 to 96 letters.</source>
        <translation>16-tól 96 betűig.</translation>
    </message>
    <message>
        <source>Keep this width</source>
        <translation>Szélesség megtartása</translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation>Betű soronként</translation>
    </message>
    <message>
        <source>Letters a line, from 16 to 96</source>
        <translation>Betű soronként, 16-tól 96-ig</translation>
    </message>
    <message>
        <source>Line width of {printer}</source>
        <translation>Sorszélesség: {printer}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Egyéb</translation>
    </message>
    <message>
        <source>Print the ruler first. The largest number that stands at the end of its own line is the width of this printer.</source>
        <translation>Előbb nyomtassa ki a vonalzót. A nyomtató szélessége az a legnagyobb szám, amely a saját sora végén áll.</translation>
    </message>
</context>
</TS>
