<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>Late · {waited}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BannerDesk</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BannerStack</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heads} · and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message>
        <source>Fewer details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Accepted orders come here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders that are ready wait here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult rings when one comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first left {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>Back to the oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest {waited}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled by the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes forward {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the slip come out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did “{printer}” print it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, set elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty card for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money taken, not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card can be put to this order any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip at “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed by {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment failed, {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded by {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the card now, or type its number:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip waits for paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip waits for the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip waits for “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip waits: cover open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telling {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay: ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again, {nth} time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting {waited}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{move} not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} says otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{printer}” waits for paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{printer}” waits: cover open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns Pult does not know were left out: {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name yet: on {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a file above, or write its path here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is missing or stands in the wrong place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of a long number: format the column as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of the barcode: format the column as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no product id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the VAT {value} is below 1 %: write 27 for 27 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the VAT {value} is not in 0 to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the VAT “{value}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the barcode {value} has a wrong digit: its check digit does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the barcode {value} has not 8, 12 or 13 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column {value} is none of name_en, name_hu, name_de, name_es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column {value} is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends in the middle of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has a header, but no products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has more than {value} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price {value} can be read in two ways: write it without a thousands mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price {value} has more decimals than {other} has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price {value} is below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price {value} is more than anything costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price “{value}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the product id {value} stands in line {other} already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the product id “{value}” has invisible letters or several spaces in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than {value} products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no column product_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none of the columns name_en, name_hu, name_de, name_es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a workbook, not a CSV file: save it as “CSV UTF-8”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this product id is in the catalogue already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} cells where the header has {other}: put texts with commas in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} has more than {other} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no currency: write three letters, such as HUF or EUR</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message numerus="yes">
        <source>%n products without a name</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back the previous catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a CSV file, or add products one by one. Until then ids are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked in names, ids, barcodes, stations and articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, product id, barcode or station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are on open orders; cards and slips show their ids. Tap one to name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {time} there was another catalogue, of {products}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Imported: {added} new, {changed} changed, {removed} removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The previous catalogue is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no previous catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {problem}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{products} written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{product} is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{product} is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message numerus="yes">
        <source>%n orders are not in {register}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close the other program that uses the port. Pult tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what is not needed, or empty the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did these slips come out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not delete anything in Pult's own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not switch the till off while orders are in work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait for new orders here: look on the vendor's own tablet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else change callbacks.port in the settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk. Pult tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kitchen and hand-over go on. Settle it here, or ring it up by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether a second Pult runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the disk is still plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost here. Ask {vendor} whether a customer waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old slips wait: print them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders on the board are safe; a vendor calls again for new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the button again that did nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot take calls from vendors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers}. Orders go on. Look at the printer, then answer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is not in {register}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{vendor} sent %n orders it does not know itself</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeBand</name>
    <message>
        <source>Give change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change to give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Choose {choice}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>A code was not readable and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of Pult's own; the log holds the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scanner is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether a slip came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the vendor heard it. Pult asks by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters on a slip are printed as ?, since the printer does not have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer prints slips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot save: look at the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips wait until the printer is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else ended the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else was first at the vendor; what was pressed here was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount was not read again in time, so no payment was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cash drawer did not open; the payment is noted all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order had moved on: what was pressed is no longer possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor answered in words Pult does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor does not answer. Work goes on; what was pressed is sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor has the order otherwise than this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor named an order and does not know it itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor refused; its reason is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor was asked for a number and gave no order; its reason is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor's calls do not reach this till.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColouredButton</name>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>Accept an order: its slip comes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult demo: slips and scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated printer and scanner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceTabs</name>
    <message>
        <source>Find printers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Accept pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back to the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By itself, as set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its money was used for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty card noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty card removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money to give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order cancelled here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed again on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed again: no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprint sent to “{printer}”, which cannot confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprint withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: noted at {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: refunded at {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: {vendor} was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip goes to “{printer}” instead of “{before}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip printed on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip scanned to hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip withdrawn before it was printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip: no answer from “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff gave the slip up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff gave the station slip up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff had the slip printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff had the station slip printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff looked at the slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff settled {move}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff: the slip came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff: the station slip came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}” instead of “{before}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip printed on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip withdrawn before it was printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip: no answer from “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till says otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick taken back: to settle again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said by {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the money taken for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} given back here, to note at {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to refund at {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{move} no longer sent to {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{move} not confirmed by {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{move} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} changed the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} confirmed {move}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} lists it as “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} named the order, ended already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} refused {move}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} says {standing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} says “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} sent the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} to be told by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“It did not happen”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“It happened”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount by the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee of the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instalment card, {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice from Cheers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice from the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named as paid outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told by the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out to the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid with credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt from the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded by the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender's order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total of the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total of the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount held, not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eaten here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given back by the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knows everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told yet, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid in the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid outside the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released, nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent by post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{known}, lists it as “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} on {move}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} order id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} state</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FatalPage</name>
    <message>
        <source>Details: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{count} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Add this printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find printers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not added, nothing has changed. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number did not come out: it {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them print their numbers, then tap the one beside you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other printer was found. Look at its power, cable and network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked through: {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number} is to be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number came out beside you? Tap “This one” there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Number {number} came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked in: {period}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are shown. Search to find older ones.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Added products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and import it again. The catalogue is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be taken from this file: %n faults</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {how}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n products the file does not name</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file does not name is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file does not name stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{products}, nothing new or changed: there is nothing to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{products}: {added} new, {changed} changed, {same} as they are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptScans</name>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} scanned: Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LampBar</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n connected and ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LampDialog</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is asked anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {word}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LampListDialog</name>
    <message>
        <source>Connections and devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LampRow</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message numerus="yes">
        <source>%n orders on the board wait to be told, the oldest {number}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is in place of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {name} for a new key if it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program; Pult takes it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the order here with the one in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not accept the same order here and at {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not change the address at {name} in a hurry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not guess what is to pay: ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not print what waits again: it comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not promise a customer that the order came in: look first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not pull paper out by force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not send the key by mail or show it to a customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not switch the till off to help it along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not take money a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key of {name} again on this PC with "pult secret set"; the README names it. Then start Pult again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch a missing order with Order number and its {name} id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the orders you have; what you press is sent later, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on; what is for {name} is sent by itself, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a new roll at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the tunnel or relay to this till looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have this user given the right to it (Linux: group dialout, for a camera video).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is on the network, switch it off and on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this one is meant, press Use this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked when it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is reached, and what you press is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at cover and paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its cable; Pult finds it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its power and its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at new orders in {name} too, and tell your helper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new orders in {name}; have the tunnel looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new orders on the {name} page or tablet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new {name} orders at {name} itself until this message disappears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the internet works on this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cover and take out what is stuck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cover, take out what is stuck, close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are safe, but “{name}” types into another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are safe; open them by a tap instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders here are safe and every answer is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders here are safe, but nothing reaches {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders here are safe; new ones may come late or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders on this board are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug the old one in, or press Use this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug the printer in that was there before; Pult finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug the scanner in that was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Test when it is up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press its feed or online button, look at cover and paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the cover down until it clicks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull its cable and plug it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult may not use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the number from the screen while there is no slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans go to another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips still come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips wait and come by themselves; orders go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it off and on once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it off and on once; Details may name another reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on in Settings, Scanners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the light over the counter on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away what covers its lens, or make more light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap Pult's window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your helper what stands under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads is answered at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot reach this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cover open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutter error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odd answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typing elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answers in words Pult does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot reach this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not accept the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not answered since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not been asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is used by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reads nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} sees next to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} shows one and the same picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: another device is in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: cover open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: it cannot cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: little paper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: paper out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{slips}, orders go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message>
        <source>Coupon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-time key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip code read wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web link</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{kind}, %n characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Keep these lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the number of every line on the proof sheet whose letters all look right. Several are usual; none is an answer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then other letters than A to Z are printed as pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used from the next slip on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineHead</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer or desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Orders found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Cash given {given}, change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here in cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment failed, to pay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-away fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT on all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT {rate} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added up here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to pay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take-away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to pay here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesRow</name>
    <message>
        <source>At most {lines} lines of at most {letters} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme changes at once, until Pult ends. To keep it, set till.theme in the settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot open its orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take new orders on the vendors' own devices, and call whoever sees to Pult.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Pult says stands here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message>
        <source>Book it back at the card terminal first, then press “Money returned”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the money first, then press “Money returned”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words, may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in what was given back, at most what was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken here, at most this goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to give back any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is then still to be given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of what was taken stays here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as a reprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip did not come out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip says “not confirmed”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loyalty points taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} stays unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{move} {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{move}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not undo it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsTable</name>
    <message>
        <source>Nothing more is written, so that what is there can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult has stopped: its file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take orders on the vendors' own devices. Do not start Pult again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>*Accept is on its way to {vendor}.* The slip follows its yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Cancelled {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Collected {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Give {amount} back,* then press *Money returned*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*It left at {time}.* Press *Collected* once it has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Left {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Reject is on its way to {vendor}.* Do not prepare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Rejected elsewhere at {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Rejected here.* {vendor} is told when Undo has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Rejected {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Set to Collected elsewhere at {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Set to Left elsewhere at {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*The customer cancelled at {time}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*The payment failed.* Take {amount} another way, or hand over unpaid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*The payment is on its way to {vendor}.* The slip follows its yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*What is to be paid is not known.* Ask, take it, then hand over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{amount} is still to be paid.* Take the payment, then hand over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} changed this order.* Compare the lines, then press *Seen*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} gave no number for this order, so it cannot be told.* Set it to collected there; *Left* takes it off this board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Accept goes out by itself when it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Reject goes out by itself when it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* The payment is told when it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} says otherwise: “{word}”.* Here it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} shows “{word}”, which Pult does not know.* Look at it in {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not hand the order over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not prepare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over unpaid: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back: {amount}, by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: *accept*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: *take the payment.* {vendor} makes the order with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: give it to the driver, then press *On the way*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: hand over, then press *Collected*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: look in *{vendor}* whether it is paid, then say so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: prepare it, then press *Ready*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: scan the customer's *new order number* to use the money for it, or give it back and press *Money returned*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not charge again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not prepare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. The order is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be paid here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be paid here. Look in *{vendor}* what it waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop preparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment failed; take it another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no money to give back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be paid here is not known: ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is to be paid here before hand-over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told yet; Pult goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told: see *To settle*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is told when Undo has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Show the whole note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n slips go to “{printer}”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is in place of “{device}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the lines, then press Seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the station slip of {number} come out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not charge again. Look in {vendor}, then say so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not prepare it. Then press Seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it goes on. Settle it under Not in register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it is closed. Open it, look, then press Seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it. Look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the order goes on. Set it in {vendor} by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came from {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept aside. Ask {vendor} whether a customer waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not accepted. Do not prepare it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not rejected. The customer waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not sent again by itself. Look there, then open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads nothing. Open Settings, Scanners, its scan doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the money and do not charge again. Pult asks by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the money. Open the order to see what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure that the customer has not paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New order {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip comes out here by itself; press Print if you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip for {number}: nothing prints slips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vendor can reach this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open with {vendor} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent twice. Pult asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open orders by a tap. Look at its cable; it is found by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are kept and Pult goes on. Look at the order again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are safe, but nothing reaches {vendor}. Open Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late: look in {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders here are safe. What you do is sent when it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Seen when you have looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed there and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult saves again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring it up on the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip {number} goes to “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip {number} is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip {number} is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip {number} waits and comes by itself. Orders go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips that waited come by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips wait and come by themselves. Orders go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Pult went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop preparing, then press Seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it another way, or hand over unpaid with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no longer possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That no longer holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is kept. Look at new orders in {vendor} too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cover of “{printer}” is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer cancelled {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer cancelled. Do not prepare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer cancelled. Stop preparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawer did not open: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order goes on. Open Settings, Printers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was cancelled since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment is noted. Open the drawer with the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip has “?” for them. Read the order here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station slip of {number} waits and comes by itself. Orders go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in order {number} is placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waited is sent now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have seen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} accepts the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reaches this till again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} collected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} handed over unpaid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is back in Preparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is back where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is not in {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was accepted elsewhere first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was ended elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was rejected elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was set to Collected elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was set to Left elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{number}: %n letters could not be printed by “{printer}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: money returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: no payment was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: payment accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: payment failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: payment received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: somebody else booked the payment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: that is no longer possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: the loyalty points are settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: the payment is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: your {move} is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: your {move} may not have reached {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed that it has the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {vendor} says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {vendor} went on before your {move} was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} answered in words Pult does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} cannot reach this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} changed {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} confirmed {move} for {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} did not confirm the amount in time. Take payment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} gave no order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} has not confirmed it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is being told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is making the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told: see To settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is told in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is told once it accepts the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is told when it answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} refused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} refused {move} for {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} sent an order it does not know itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} was not told of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}. Put right, it may still print it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{device}” read something that is no code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{device}” reads nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” prints again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” reads again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{printer}” stopped answering at the end. Look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{printer}” {cause}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>A number holds for 24 hours, and only the last one counts. The customer's app makes its own; this is for the basket of the session set here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get an order number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip: accepted elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip: it was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No station slip on “{printer}”: it was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip came out of “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip is being printed on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip not confirmed by “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip printed {time} on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip sent {time} to “{printer}”, which cannot confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip waits: “{printer}” {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip came out of “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip is being printed on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip not confirmed by “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip printed {time} on “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slip waits: “{printer}” {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app order {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has little paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is another device now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is ready again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kiosk order {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered {time} by {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web order {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more than once at {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more than once: {vendors}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} twice: {vendors}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>Loyalty card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a line to see what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderNumber</name>
    <message>
        <source>42, A-42, or the vendor's id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {vendor} for this id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order on the board has this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number, or the figures of one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>No order open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a card or scan a slip.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message numerus="yes">
        <source>%n new orders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Delivery {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelFoot</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>*{vendor} names no amount for this counter.* The order comes to {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} says “{word}”, which Pult does not know.* It names {due}; the order comes to {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card declined: has the customer another one, or cash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined? Choose another way at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the customer another way to pay?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is to be paid here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in {register} yet: settle it under “Not in register”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key *{amount}* into the card terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted? Choose another way at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part paid this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. Nobody is told; the order stays, and cannot be handed over without a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. {vendor} is told; the order stays, and cannot be handed over without a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press *Try another way* to take {amount} by card, in cash or otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Payment received” last: {vendor} is told then, and for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring it up on the register too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to pay, of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take *{amount}* with voucher, meal card or on account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount has changed. Tell the customer the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer cancelled meanwhile. Take no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Take no money now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register gets the order from Pult.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then choose how it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is settled already. Take no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the {amount} of {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the terminal says it is approved, press *Payment received*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you have it, press *Payment received*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption} {exact}, in cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is asked whether the amount still holds. Wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is told only when you press “Payment received”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureBox</name>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>The camera has sent no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>Loyalty card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points no longer sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points not booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points not taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty points: taking back not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for {number} are not booked: the card is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for {number} are not confirmed by {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for {number} are not taken back: {vendor} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for {number}: {vendor} may have booked them already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points go to {vendor} by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points not booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points not taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money is returned. Try again from the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sale stands. Ask for another card, or leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sale stands. Nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sale stands. Try again from the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a loyalty card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order earns no points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no points for this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points not booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points not booked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points not taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points once it is paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points perhaps booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: loyalty card noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: loyalty card removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: no loyalty card noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{programme} did not confirm them. The sale stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{programme} did not take them: look at its lamp. The sale stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{programme} may have booked them before it refused. The sale stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{programme} may not know that money was returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{programme} refused the card: it is cancelled. The sale stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsRow</name>
    <message>
        <source>Another card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept; slips are as wide from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrinterSection</name>
    <message>
        <source>No printer set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders work without one: read the number from the screen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A to Z only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already set up here: “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its model says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the largest number that ends its own line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is out. Look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines with other letters are printed as pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through USB…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the network; this takes a few seconds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through this PC's print queues…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through this PC's printer ports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven: print the proof sheet once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed: “{printer}” {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letters} proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{printer}” stopped answering. Look whether it came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>€</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders the vendor does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor told this till of these orders and then did not know them. Nothing is lost here. Ask at the vendor whether a customer waits, or try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} · came {time}, {tries}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Cannot deliver there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {amount} back by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our mistake, on the house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept here only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry, we are too busy to take your order right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry, we cannot deliver to this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry, what you ordered is sold out today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry, {names} are sold out today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry, {name} is sold out today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff or guest of the house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminal does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too busy right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We close soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You seem to have ordered twice, so we make one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} to undo, then {vendor} tells the customer for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} tells the customer for good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Ask the customer for a new order number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it letter by letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paid already or over 24 hours old. Compare it, or ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the customer choose to pay at the till, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look the number up again and tell the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Scan or type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings, Vendors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has chosen another way of paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has chosen no way of paying yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer's basket was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer's basket was changed, or it was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order number did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} could not apply the customer's offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not accept the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not know this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} gave no answer Pult understands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} has no order of this id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} no longer has this pre-order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} now wants another amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>All eaten here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article of {name} in {register}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kitchen, slip and hand-over go on. What you settle here goes to the register at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rung up by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away. Which should it be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: “{reason}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{register} needs its article for: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>Keep the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sold out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleBox</name>
    <message>
        <source>Inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Try the others too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan this code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: read right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Add it to the catalogue, or key the amount in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what is to be paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {vendor} only when it is an order number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be paid now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card read: goes to {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card read: whose order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed as Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not charge again. Open it to see what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the payment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this a loyalty card?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this an order number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a loyalty card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a coupon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a loyalty card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a one-time key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a product barcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a web link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like an order number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be a one-time key of another system, or a loyalty card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be a secret of another system. It has not left this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be from another shop or very old. Ask for the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled, or its money was given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked collected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked collected. {vendor} is told when Undo has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order here has this slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points for this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product has this barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, orders on the board are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again, or tap the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One card for a sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the order of this card, then scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the order: Pult asks whether the card is meant for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult does not know this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult takes no coupons. It was sent nowhere; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready a moment ago. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, but not fully paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, but the payment failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again to hand over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again, or tap the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the slip of an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip not read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still being prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {amount} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test code read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue names no price. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner works. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is on {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a coupon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scan did nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {ago} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanAnswer</name>
    <message>
        <source>Tap anywhere to go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanBox</name>
    <message>
        <source>As it was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Scan again; on a serial line try its speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan any code: here it is seen as it arrives. A real one acts as always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same code again, %n times by now. It acted once alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>Open {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanDoctor</name>
    <message>
        <source>32 hexadecimal figures: asked before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8, 12 or 13 figures, and the check digit is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pause: set the scanner to send Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could also be: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter (CR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter and line feed (CR LF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures, $$$$$ and letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on it is this scanner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a code before the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the code farther away until all of it is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with PULT- and its check letter is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with PULT-, but letters are wrong or missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with http or www.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits nothing that Pult knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits the card pattern of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits the number pattern of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds until Pult ends; the settings file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the settings file now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speed was right. Nothing was changed. Look whether the scanner is set to 8 data bits without parity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: it is known by its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told by this scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps a one-time key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan one code again and again, about once a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip of an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip, read wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on a light, or turn the camera to the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thrown away: longer than any code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thrown away: these bytes are no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the camera away from the lamp or the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When scans arrive as signs nobody can read: press, then scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe the lens, hold the code still and a little farther.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, prefix {aim} taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} baud is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{time} ms for %n bytes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scan doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>Last scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: scan any code to try the scanner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, customer, phone or desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the values Pult comes with; there is no settings file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values stand in {path}. Change them there, then start Pult again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scanner set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vendor set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders work without one: tap the card instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one up in the settings file, then start Pult again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>All is settled. Take a tick back to have it here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {amount} back {there}: the customer had paid {vendor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult cannot do these by itself. Do each where it says, then tick it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: {number}, {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {vendor} itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} was given back here. Note it {there}, which counts it as paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · {vendor} · {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not know that it was cancelled. Cancel it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not know that it was rejected. Reject it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} does not know that the customer left. Close the order there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told; its own refund is done {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told; refund there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} is not told; refund {there}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownRow</name>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the slip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipPreviewView</name>
    <message>
        <source>Exactly what it prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture can be drawn here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of a slip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipSection</name>
    <message numerus="yes">
        <source>%n changes, not saved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Customer's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, slips are printed as before. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, vendor, what is to be paid and the customer's note always stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The next slip is printed so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect with the next slip, no restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how slips are printed now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>*Slip waits for your answer.* It is too old to come by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Slip waits:* “{printer}” {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Station slip waits for your answer.* It is too old to come by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Station slip waits:* “{printer}” {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the printer, then say of each slip whether it came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips that wait for “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too old to come by themselves. Are they still wanted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits since {time} for “{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits since {time}: “{printer}” {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits {age}: too old to come by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits {age}: “{printer}” {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · {vendor} · printed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} · {vendor} · station slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{slips}. Orders go on; nothing comes out twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which stopped answering at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which {cause}. It may still come out by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on “{printer}”. Pult ended while it printed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>Details: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don't</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TillSection</name>
    <message>
        <source>After a move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For Reject, Ready, Collected and Left; Accept and payments go at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New {new} min · Preparing {preparing} min · Ready {ready} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer prints slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, all is sent at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next oldest of that column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TouchMenu</name>
    <message>
        <source>All details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>*Did slip {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Money taken, not accepted.* {why}. {amount} is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*This order is not in {vendor}.* Here it goes on. Settle it under *Not in register*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Your Accept may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Your Reject may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that it has this order.* Look there for {number}. The order goes on here; Pult does not send it again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that the payment failed.* Nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {amount}.* Keep the money, do not charge again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {move}.* You can go on; nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Here the order goes on; set it there by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Keep the money. Look in {vendor} what it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not accepted; do not prepare it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not rejected; the customer waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult asks again at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult is asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} has a state Pult does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} now wants {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unpaid</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over {number} unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it not paid?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} stays unpaid. The reason is kept in History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is not told; the reason is in History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is told that {number} was collected; the reason is kept in History.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>For {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card} waits. Open its order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card}: for {number}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walkin</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept since {time}; not placed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key the amount in, or give the catalogue prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or note, for slip and card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No products with a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was placed. Press “Walk-in order” to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once placed it has a number, is in Preparing, and its slip is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a part of its name, or key the amount in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a product or scan its barcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in order kept, {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {count} from the catalogue, {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wedge</name>
    <message>
        <source>A scanner is typing: use it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scanner that is not set up typed a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scanner types like a keyboard and is not set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Open Settings, Scanners to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pult reads it right; set it to {here} to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner could not be set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner types as on a {scanner} keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it typed went into no field; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WidthDialog</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From 16 to 96 letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters a line, from 16 to 96</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line width of {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the ruler first. The largest number that stands at the end of its own line is the width of this printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
