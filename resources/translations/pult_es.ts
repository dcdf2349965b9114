<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation>Ninguno: todos los valores son los de fábrica de Pult</translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation>Pedidos (pult.sqlite3), registros y tickets de la impresora virtual</translation>
    </message>
    <message>
        <source>Problem codes</source>
        <translation>Códigos de problemas</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Archivo de ajustes</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
</context>
<context>
    <name>Absence</name>
    <message>
        <source>Away {span}. {cause}.</source>
        <translation>Ausente {span}. {cause}.</translation>
    </message>
    <message>
        <source>Every vendor has been asked since; nothing is missing.</source>
        <translation>Desde entonces se preguntó a todas las plataformas; no falta nada.</translation>
    </message>
    <message>
        <source>Everything this till had before is here. What it was sending is asked about.</source>
        <translation>Todo lo que este puesto tenía antes está aquí. Se pregunta por lo que estaba enviando.</translation>
    </message>
    <message>
        <source>No order of that time has come in.</source>
        <translation>No ha entrado ningún pedido de ese tiempo.</translation>
    </message>
    <message>
        <source>Others may be missing: look at {vendors} itself.</source>
        <translation>Pueden faltar otros: mire en {vendors}.</translation>
    </message>
    <message>
        <source>Pult was closed</source>
        <translation>Pult estaba cerrado</translation>
    </message>
    <message>
        <source>Pult was stopped without being closed</source>
        <translation>Pult se detuvo sin cerrarse</translation>
    </message>
    <message>
        <source>This PC slept or stood still</source>
        <translation>Este PC estuvo en reposo o parado</translation>
    </message>
    <message>
        <source>{orders} of that time came in since.</source>
        <translation>Desde entonces entraron {orders} de ese tiempo.</translation>
    </message>
    <message>
        <source>{vendor} calls for each order and cannot be asked for them later. Look at {vendor} itself for orders of {span}.</source>
        <translation>{vendor} llama por cada pedido y después no se le puede preguntar. Mire en {vendor} los pedidos de {span}.</translation>
    </message>
    <message>
        <source>{vendor} has been asked since, and its list is whole.</source>
        <translation>Desde entonces se preguntó a {vendor} y su lista está completa.</translation>
    </message>
    <message>
        <source>{vendor} has not answered yet. Pult asks by itself; until then look at {vendor}.</source>
        <translation>{vendor} aún no ha respondido. Pult pregunta solo; hasta entonces mire en {vendor}.</translation>
    </message>
</context>
<context>
    <name>AbsenceDesk</name>
    <message>
        <source>I have looked</source>
        <translation>Ya lo he mirado</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Dónde mirar</translation>
    </message>
    <message>
        <source>While Pult was away</source>
        <translation>Mientras Pult no estaba</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>Late · {waited}</source>
        <translation>Tarde · {waited}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
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
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>BannerStack</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>{heads} · and {count} more</source>
        <translation>{heads} · y {count} más</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message>
        <source>Fewer details</source>
        <translation>Menos detalles</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Más detalles</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead</source>
        <translation>Sin sonido: Pult parpadea en su lugar</translation>
    </message>
    <message>
        <source>Stop flashing</source>
        <translation>Parar el parpadeo</translation>
    </message>
    <message>
        <source>Stop ringing</source>
        <translation>Parar el timbre</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Accepted orders come here.</source>
        <translation>Aquí llegan los pedidos aceptados.</translation>
    </message>
    <message>
        <source>Collect all older than …</source>
        <translation>Entregar los de hace más de …</translation>
    </message>
    <message>
        <source>Collect older …</source>
        <translation>Entregar los antiguos …</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Plegar</translation>
    </message>
    <message>
        <source>Later {count}</source>
        <translation>Más tarde {count}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>No new orders</source>
        <translation>No hay pedidos nuevos</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>Nada que entregar</translation>
    </message>
    <message>
        <source>Nothing to prepare</source>
        <translation>Nada que preparar</translation>
    </message>
    <message>
        <source>Older {count}</source>
        <translation>Anteriores {count}</translation>
    </message>
    <message>
        <source>On the way {count}</source>
        <translation>En camino {count}</translation>
    </message>
    <message>
        <source>Orders that are ready wait here.</source>
        <translation>Aquí esperan los pedidos listos.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Pult rings when one comes.</source>
        <translation>Pult suena cuando llega uno.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totales</translation>
    </message>
    <message>
        <source>first left {time}</source>
        <translation>el primero salió a las {time}</translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>siguiente {time}</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>Back to the oldest</source>
        <translation>Volver al más antiguo</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
</context>
<context>
    <name>CallOut</name>
    <message>
        <source>Order {number} is ready</source>
        <translation>El pedido {number} está listo</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Cancelled by the customer</source>
        <translation>Cancelado por el cliente</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Cambiado en otro sitio</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Collected elsewhere</source>
        <translation>Entregado en otro sitio</translation>
    </message>
    <message>
        <source>Comes forward {time}</source>
        <translation>Se muestra a las {time}</translation>
    </message>
    <message>
        <source>Delivery {time}</source>
        <translation>Entrega {time}</translation>
    </message>
    <message>
        <source>Did the slip come out?</source>
        <translation>¿Salió el ticket?</translation>
    </message>
    <message>
        <source>Did “{printer}” print it?</source>
        <translation>¿Lo imprimió «{printer}»?</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>Devolver {amount}</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Held until {time}</source>
        <translation>Retenido hasta las {time}</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Entrega a domicilio</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Late: ordered at {time}</source>
        <translation>Tarde: pedido a las {time}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No recogido</translation>
    </message>
    <message>
        <source>Left, set elsewhere</source>
        <translation>No recogido, puesto en otro sitio</translation>
    </message>
    <message>
        <source>Loyalty card for {number}</source>
        <translation>Tarjeta de fidelidad para {number}</translation>
    </message>
    <message>
        <source>Money taken, not accepted</source>
        <translation>Dinero cobrado, sin aceptar</translation>
    </message>
    <message>
        <source>No card can be put to this order any more.</source>
        <translation>Ya no se puede añadir tarjeta a este pedido.</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Sin ticket</translation>
    </message>
    <message>
        <source>No slip at “{printer}”</source>
        <translation>Sin ticket en «{printer}»</translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation>Sin ticket: no hay impresora</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not confirmed by {vendor}</source>
        <translation>Sin confirmar por {vendor}</translation>
    </message>
    <message>
        <source>Not in {vendor}</source>
        <translation>No está en {vendor}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Number of the card</source>
        <translation>Número de la tarjeta</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation>En camino desde las {time}</translation>
    </message>
    <message>
        <source>Payment failed, {amount}</source>
        <translation>Pago fallido, {amount}</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>Pago sin confirmar</translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation>Recogida {time}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Reembolsado</translation>
    </message>
    <message>
        <source>Refunded by {vendor}</source>
        <translation>Reembolsado por {vendor}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Refused by {vendor}</source>
        <translation>Denegado por {vendor}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Rejected elsewhere</source>
        <translation>Rechazado en otro sitio</translation>
    </message>
    <message>
        <source>Scan the card now, or type its number:</source>
        <translation>Lea ahora la tarjeta o escriba su número:</translation>
    </message>
    <message>
        <source>Slip out?</source>
        <translation>¿Salió?</translation>
    </message>
    <message>
        <source>Slip waits</source>
        <translation>El ticket espera</translation>
    </message>
    <message>
        <source>Slip waits for paper</source>
        <translation>El ticket espera papel</translation>
    </message>
    <message>
        <source>Slip waits for the printer</source>
        <translation>El ticket espera la impresora</translation>
    </message>
    <message>
        <source>Slip waits for “{printer}”</source>
        <translation>El ticket espera a «{printer}»</translation>
    </message>
    <message>
        <source>Slip waits: cover open</source>
        <translation>El ticket espera: tapa abierta</translation>
    </message>
    <message>
        <source>Sold out: {item}</source>
        <translation>Agotado: {item}</translation>
    </message>
    <message>
        <source>Sold out: {item} and {count} more</source>
        <translation>Agotado: {item} y {count} más</translation>
    </message>
    <message>
        <source>State not known</source>
        <translation>Estado desconocido</translation>
    </message>
    <message>
        <source>Telling {vendor}</source>
        <translation>Avisando a {vendor}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>A cobrar</translation>
    </message>
    <message>
        <source>To pay {amount}</source>
        <translation>A cobrar {amount}</translation>
    </message>
    <message>
        <source>To pay: ask</source>
        <translation>A cobrar: pregunte</translation>
    </message>
    <message>
        <source>Trying again, {nth} time</source>
        <translation>Nuevo intento, {nth} vez</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>Usar esta tarjeta</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Waits for {vendor}</source>
        <translation>Espera a {vendor}</translation>
    </message>
    <message>
        <source>just come in</source>
        <translation>acaba de llegar</translation>
    </message>
    <message>
        <source>waiting {waited}</source>
        <translation>espera {waited}</translation>
    </message>
    <message>
        <source>{move} not confirmed</source>
        <translation>{move}: sin confirmar</translation>
    </message>
    <message>
        <source>{number} twice</source>
        <translation>{number} dos veces</translation>
    </message>
    <message>
        <source>{vendor} not told yet</source>
        <translation>{vendor} aún no lo sabe</translation>
    </message>
    <message>
        <source>{vendor} says otherwise</source>
        <translation>{vendor} dice otra cosa</translation>
    </message>
    <message>
        <source>“{printer}” out?</source>
        <translation>¿Salió en «{printer}»?</translation>
    </message>
    <message>
        <source>“{printer}” waits for paper</source>
        <translation>«{printer}» espera papel</translation>
    </message>
    <message>
        <source>“{printer}” waits: cover open</source>
        <translation>«{printer}» espera: tapa abierta</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n producto</numerusform>
            <numerusform>%n productos</numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Código de barras</translation>
    </message>
    <message>
        <source>Columns Pult does not know were left out: {columns}</source>
        <translation>Se omitieron columnas que Pult no conoce: {columns}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Nombre en inglés</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export the catalogue</source>
        <translation>Exportar el catálogo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation>Carpetas y archivos</translation>
    </message>
    <message>
        <source>German name</source>
        <translation>Nombre en alemán</translation>
    </message>
    <message>
        <source>Hungarian name</source>
        <translation>Nombre en húngaro</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Importar un catálogo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>Línea {line}: {words}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Producto nuevo</translation>
    </message>
    <message>
        <source>No name yet: on {numbers}</source>
        <translation>Aún sin nombre: en {numbers}</translation>
    </message>
    <message>
        <source>One folder up</source>
        <translation>Subir una carpeta</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Product id</source>
        <translation>Id. de producto</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Register article</source>
        <translation>Artículo de caja</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Spanish name</source>
        <translation>Nombre en español</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Tap a file above, or write its path here</source>
        <translation>Toque arriba un archivo o escriba aquí su ruta</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>IVA</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>a quotation mark is missing or stands in the wrong place</source>
        <translation>falta una comilla o está en mal lugar</translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of a long number: format the column as text</source>
        <translation>la hoja de cálculo convirtió un número largo en {value}: dé a la columna formato de texto</translation>
    </message>
    <message>
        <source>a spreadsheet made {value} of the barcode: format the column as text</source>
        <translation>la hoja de cálculo convirtió el código en {value}: dé a la columna formato de texto</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>comas</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>no product id</source>
        <translation>sin id. de producto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>tabuladores</translation>
    </message>
    <message>
        <source>the VAT {value} is below 1 %: write 27 for 27 %</source>
        <translation>el IVA {value} es menor que 1 %: escriba 27 para 27 %</translation>
    </message>
    <message>
        <source>the VAT {value} is not in 0 to 100 %</source>
        <translation>el IVA {value} no está entre 0 y 100 %</translation>
    </message>
    <message>
        <source>the VAT “{value}” is not a number</source>
        <translation>el IVA «{value}» no es un número</translation>
    </message>
    <message>
        <source>the barcode {value} has a wrong digit: its check digit does not fit</source>
        <translation>el código {value} tiene una cifra mal: el dígito de control no cuadra</translation>
    </message>
    <message>
        <source>the barcode {value} has not 8, 12 or 13 digits</source>
        <translation>el código {value} no tiene 8, 12 o 13 cifras</translation>
    </message>
    <message>
        <source>the column {value} is none of name_en, name_hu, name_de, name_es</source>
        <translation>la columna {value} no es name_en, name_hu, name_de ni name_es</translation>
    </message>
    <message>
        <source>the column {value} is there twice</source>
        <translation>la columna {value} está dos veces</translation>
    </message>
    <message>
        <source>the file cannot be read: {value}</source>
        <translation>no se puede leer el archivo: {value}</translation>
    </message>
    <message>
        <source>the file ends in the middle of the row</source>
        <translation>el archivo acaba en medio de la fila</translation>
    </message>
    <message>
        <source>the file has a header, but no products</source>
        <translation>el archivo tiene cabecera, pero ningún producto</translation>
    </message>
    <message>
        <source>the file has more than {value} MB</source>
        <translation>el archivo pasa de {value} MB</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el archivo está vacío</translation>
    </message>
    <message>
        <source>the price {value} can be read in two ways: write it without a thousands mark</source>
        <translation>el precio {value} se puede leer de dos maneras: escríbalo sin separador de miles</translation>
    </message>
    <message>
        <source>the price {value} has more decimals than {other} has</source>
        <translation>el precio {value} tiene más decimales que {other}</translation>
    </message>
    <message>
        <source>the price {value} is below zero</source>
        <translation>el precio {value} es menor que cero</translation>
    </message>
    <message>
        <source>the price {value} is more than anything costs</source>
        <translation>el precio {value} es más de lo que cuesta nada</translation>
    </message>
    <message>
        <source>the price “{value}” is not a number</source>
        <translation>el precio «{value}» no es un número</translation>
    </message>
    <message>
        <source>the product id {value} stands in line {other} already</source>
        <translation>el id. de producto {value} ya está en la línea {other}</translation>
    </message>
    <message>
        <source>the product id “{value}” has invisible letters or several spaces in it</source>
        <translation>el id. de producto «{value}» tiene letras invisibles o varios espacios</translation>
    </message>
    <message>
        <source>there are more than {value} products</source>
        <translation>hay más de {value} productos</translation>
    </message>
    <message>
        <source>there is no column product_id</source>
        <translation>no hay columna product_id</translation>
    </message>
    <message>
        <source>there is none of the columns name_en, name_hu, name_de, name_es</source>
        <translation>no hay ninguna columna name_en, name_hu, name_de, name_es</translation>
    </message>
    <message>
        <source>this is a workbook, not a CSV file: save it as “CSV UTF-8”</source>
        <translation>esto es un libro de cálculo, no un CSV: guárdelo como «CSV UTF-8»</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <translation>esto no es un archivo de texto</translation>
    </message>
    <message>
        <source>this product id is in the catalogue already</source>
        <translation>este id. de producto ya está en el catálogo</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}</source>
        <translation>no se puede abrir {path}: {reason}</translation>
    </message>
    <message>
        <source>{value} cells where the header has {other}: put texts with commas in quotes</source>
        <translation>{value} celdas y la cabecera tiene {other}: ponga entre comillas los textos con comas</translation>
    </message>
    <message>
        <source>{value} has more than {other} letters</source>
        <translation>{value} tiene más de {other} letras</translation>
    </message>
    <message>
        <source>{value} is no currency: write three letters, such as HUF or EUR</source>
        <translation>{value} no es una moneda: escriba tres letras, como HUF o EUR</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message numerus="yes">
        <source>%n products without a name</source>
        <translation>
            <numerusform>%n producto sin nombre</numerusform>
            <numerusform>%n productos sin nombre</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back the previous catalogue</source>
        <translation>Recuperar el catálogo anterior</translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation>Recuperando…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Import a CSV file, or add products one by one. Until then ids are shown.</source>
        <translation>Importe un archivo CSV o añada los productos uno a uno. Hasta entonces se muestran los id.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Looked in names, ids, barcodes, stations and articles.</source>
        <translation>Se buscó en nombres, id., códigos de barras, secciones y artículos.</translation>
    </message>
    <message>
        <source>Name, product id, barcode or station</source>
        <translation>Nombre, id., código de barras o sección</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Producto nuevo</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>No se encontró nada para «{text}»</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Buscar productos</translation>
    </message>
    <message>
        <source>Sold out…</source>
        <translation>Agotado…</translation>
    </message>
    <message>
        <source>The catalogue is empty</source>
        <translation>El catálogo está vacío</translation>
    </message>
    <message>
        <source>They are on open orders; cards and slips show their ids. Tap one to name it.</source>
        <translation>Están en pedidos abiertos; tarjetas y tickets muestran su id. Toque uno para darle nombre.</translation>
    </message>
    <message>
        <source>Until {time} there was another catalogue, of {products}.</source>
        <translation>Hasta {time} hubo otro catálogo, de {products}.</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Imported: {added} new, {changed} changed, {removed} removed.</source>
        <translation>Importado: {added} nuevos, {changed} cambiados, {removed} quitados.</translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation>Pult no pudo guardar. El catálogo queda como estaba.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>The previous catalogue is back.</source>
        <translation>El catálogo anterior está de vuelta.</translation>
    </message>
    <message>
        <source>There is no previous catalogue.</source>
        <translation>No hay catálogo anterior.</translation>
    </message>
    <message>
        <source>{path}: {problem}. Choose another folder.</source>
        <translation>{path}: {problem}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{products} written to {path}.</source>
        <translation>{products} escritos en {path}.</translation>
    </message>
    <message>
        <source>{product} is removed.</source>
        <translation>{product} se ha quitado.</translation>
    </message>
    <message>
        <source>{product} is saved.</source>
        <translation>{product} se ha guardado.</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message numerus="yes">
        <source>%n orders are not in {register}</source>
        <translation>
            <numerusform>%n pedido no está en {register}</numerusform>
            <numerusform>%n pedidos no están en {register}</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the other program that uses the port. Pult tries again by itself.</source>
        <translation>Cierre el otro programa que usa el puerto. Pult lo intenta de nuevo solo.</translation>
    </message>
    <message>
        <source>Delete what is not needed, or empty the bin.</source>
        <translation>Borre lo que no haga falta o vacíe la papelera.</translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation>¿Salió el ticket {number}?</translation>
    </message>
    <message>
        <source>Did these slips come out?</source>
        <translation>¿Salieron estos tickets?</translation>
    </message>
    <message>
        <source>Do not delete anything in Pult's own folder.</source>
        <translation>No borre nada de la carpeta de Pult.</translation>
    </message>
    <message>
        <source>Do not switch the till off while orders are in work.</source>
        <translation>No apague el puesto mientras haya pedidos en marcha.</translation>
    </message>
    <message>
        <source>Do not wait for new orders here: look on the vendor's own tablet.</source>
        <translation>No espere pedidos nuevos aquí: mire la tableta de la plataforma.</translation>
    </message>
    <message>
        <source>Else change the port in Settings, Advanced.</source>
        <translation>Si no, cambie el puerto en Ajustes, Avanzado.</translation>
    </message>
    <message>
        <source>Free some space on the disk. Pult tries again by itself.</source>
        <translation>Libere espacio en el disco. Pult lo intenta de nuevo solo.</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Ocultar este mensaje</translation>
    </message>
    <message>
        <source>Kitchen and hand-over go on. Settle it here, or ring it up by hand.</source>
        <translation>Cocina y entrega siguen. Resuélvalo aquí o cóbrelo a mano en caja.</translation>
    </message>
    <message>
        <source>Look at slips</source>
        <translation>Ver los tickets</translation>
    </message>
    <message>
        <source>Look whether a second Pult runs on this computer.</source>
        <translation>Mire si hay otro Pult abierto en este ordenador.</translation>
    </message>
    <message>
        <source>Look whether the disk is still plugged in.</source>
        <translation>Mire si el disco sigue conectado.</translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation>No está en caja</translation>
    </message>
    <message>
        <source>Nothing is lost here. Ask {vendor} whether a customer waits for it.</source>
        <translation>Aquí no se pierde nada. Pregunte a {vendor} si un cliente lo espera.</translation>
    </message>
    <message>
        <source>Old slips wait: print them?</source>
        <translation>Esperan tickets antiguos: ¿imprimirlos?</translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away for now.</source>
        <translation>Los pedidos del tablero están a salvo; por ahora no entran nuevos.</translation>
    </message>
    <message>
        <source>Orders on the board are safe; a vendor calls again for new ones.</source>
        <translation>Los pedidos del tablero están a salvo; la plataforma vuelve a llamar por los nuevos.</translation>
    </message>
    <message>
        <source>Press the button again that did nothing.</source>
        <translation>Pulse otra vez el botón que no hizo nada.</translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation>Pult no puede guardar</translation>
    </message>
    <message>
        <source>Pult cannot take calls from vendors</source>
        <translation>Pult no puede recibir llamadas de las plataformas</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>Slips to ask about</source>
        <translation>Tickets por aclarar</translation>
    </message>
    <message>
        <source>Unknown to their vendor</source>
        <translation>Desconocido para su plataforma</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>{numbers} and {count} more</source>
        <translation>{numbers} y {count} más</translation>
    </message>
    <message>
        <source>{numbers}. Orders go on. Look at the printer, then answer here.</source>
        <translation>{numbers}. Los pedidos siguen. Mire la impresora y responda aquí.</translation>
    </message>
    <message>
        <source>{number} is not in {register}</source>
        <translation>{number} no está en {register}</translation>
    </message>
    <message numerus="yes">
        <source>{vendor} sent %n orders it does not know itself</source>
        <translation>
            <numerusform>{vendor} envió %n pedido que no conoce</numerusform>
            <numerusform>{vendor} envió %n pedidos que no conoce</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeBand</name>
    <message>
        <source>Give change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>No change to give</source>
        <translation>Sin cambio</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Cobrar parte</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>Faltan {amount}</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Choose {choice}</source>
        <translation>Elegir {choice}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Orders are safe, but times on screen and slips are wrong. Have date and time of this PC set.</source>
        <translation>Los pedidos están a salvo, pero las horas en pantalla y tickets no son correctas. Haga poner en hora este PC.</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong.</source>
        <translation>El reloj de este PC va mal.</translation>
    </message>
    <message>
        <source>The clock of this PC is {span} fast</source>
        <translation>El reloj de este PC va {span} adelantado</translation>
    </message>
    <message>
        <source>The clock of this PC is {span} slow</source>
        <translation>El reloj de este PC va {span} atrasado</translation>
    </message>
</context>
<context>
    <name>ClosedBand</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open this till</source>
        <translation>Abrir este puesto</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Came in meanwhile</source>
        <translation>Entró entretanto</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Cancelar pedido</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Efectivo devuelto</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>Efectivo cobrado</translation>
    </message>
    <message>
        <source>Change brought</source>
        <translation>Cambio traído</translation>
    </message>
    <message>
        <source>Close for today</source>
        <translation>Cerrar por hoy</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Cerrar turno</translation>
    </message>
    <message>
        <source>Closed since {since} by {name}. New orders are kept: they ring when you open.</source>
        <translation>Cerrado desde {since} por {name}. Los pedidos nuevos se guardan: sonarán cuando abra.</translation>
    </message>
    <message>
        <source>Closed since {since}. New orders are kept: they ring when you open.</source>
        <translation>Cerrado desde {since}. Los pedidos nuevos se guardan: suenan al abrir.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Collect all ready ({count})</source>
        <translation>Entregar todos los listos ({count})</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Count notes and coins</source>
        <translation>Contar billetes y monedas</translation>
    </message>
    <message>
        <source>Count the drawer and key it in.</source>
        <translation>Cuente el cajón y tecléelo.</translation>
    </message>
    <message>
        <source>Count what lies in the drawer to give change with.</source>
        <translation>Cuente lo que hay en el cajón para dar cambio.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Counted in the drawer</source>
        <translation>Contado en el cajón</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Hoja del día</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Depósito</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Cajón</translation>
    </message>
    <message>
        <source>Drawer opened at {time}, no sale</source>
        <translation>Cajón abierto a las {time}, sin venta</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Cajón abierto sin venta</translation>
    </message>
    <message>
        <source>Drawer · {hours}</source>
        <translation>Cajón · {hours}</translation>
    </message>
    <message>
        <source>Earlier shifts</source>
        <translation>Turnos anteriores</translation>
    </message>
    <message>
        <source>Everything is confirmed.</source>
        <translation>Todo está confirmado.</translation>
    </message>
    <message>
        <source>Everything is paid.</source>
        <translation>Todo está pagado.</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>Esperado en el cajón</translation>
    </message>
    <message>
        <source>Expected {amount}</source>
        <translation>Esperado {amount}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Figures: {shift}</source>
        <translation>Cifras: {shift}</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Fondo de caja</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>Fondo en el cajón</translation>
    </message>
    <message>
        <source>For another day: {count}. They stay on the board.</source>
        <translation>Para otro día: {count}. Se quedan en el tablero.</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Entregado sin cobrar</translation>
    </message>
    <message>
        <source>How many: {piece}</source>
        <translation>Cuántos: {piece}</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con sus palabras</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No recogido</translation>
    </message>
    <message>
        <source>Money taken here</source>
        <translation>Dinero cobrado aquí</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Sin diferencia</translation>
    </message>
    <message>
        <source>No order stands on the board.</source>
        <translation>No hay pedidos en el tablero.</translation>
    </message>
    <message>
        <source>No printer of this till prints slips.</source>
        <translation>Ninguna impresora de este puesto imprime tickets.</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>No hay turno abierto</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not in the drawer</source>
        <translation>No está en el cajón</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Sin pagar</translation>
    </message>
    <message>
        <source>Not written: {path}: {reason}.</source>
        <translation>No se escribió: {path}: {reason}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note, may stay empty</source>
        <translation>Nota, puede quedar vacía</translation>
    </message>
    <message>
        <source>Nothing is to be settled.</source>
        <translation>No hay nada por resolver.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nada.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Abrir cajón</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>Abrir la lista</translation>
    </message>
    <message>
        <source>Open list: {text}</source>
        <translation>Abrir la lista: {text}</translation>
    </message>
    <message>
        <source>Open one when somebody takes over the drawer. Selling goes on without it.</source>
        <translation>Abra uno cuando alguien se haga cargo del cajón. Se sigue vendiendo sin él.</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Abrir turno</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Fuera de servicio</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Ingresado</translation>
    </message>
    <message>
        <source>Paid in at {time}</source>
        <translation>Ingresado a las {time}</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Paid out at {time}</source>
        <translation>Retirado a las {time}</translation>
    </message>
    <message>
        <source>Parts of Closing</source>
        <translation>Partes del cierre</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Printed by “{printer}”.</source>
        <translation>Impreso por «{printer}».</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Imprimiendo…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Settle it: {number}</source>
        <translation>Resolver: {number}</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Shift · {hours}</source>
        <translation>Turno · {hours}</translation>
    </message>
    <message>
        <source>Since the last shift was closed. It belongs to the next one, not to its float:</source>
        <translation>Desde que se cerró el último turno. Es del siguiente, no de su fondo:</translation>
    </message>
    <message>
        <source>Since {since}, still open</source>
        <translation>Desde {since}, aún abierto</translation>
    </message>
    <message>
        <source>Slips that wait for {printer}</source>
        <translation>Tickets que esperan a {printer}</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Still on the board</source>
        <translation>Aún en el tablero</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>El día siguiente</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>El día anterior</translation>
    </message>
    <message>
        <source>The drawer without a sale</source>
        <translation>El cajón sin venta</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Propina</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Por terminar</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>Al banco</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Deshacer todo</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>¿Para qué?</translation>
    </message>
    <message>
        <source>What is still open stays on the board.</source>
        <translation>Lo que siga abierto queda en el tablero.</translation>
    </message>
    <message>
        <source>While closed, new orders are kept without ringing or being accepted by themselves. They ring when you open. Vendors are not told: customers can still order there.</source>
        <translation>Con el puesto cerrado, los pedidos nuevos se guardan sin sonar ni aceptarse solos. Suenan al abrir. No se avisa a las plataformas: los clientes pueden seguir pidiendo allí.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Write CSV</source>
        <translation>Escribir CSV</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Escrito en {path}.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>closed by {name}</source>
        <translation>cerrado por {name}</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>handed over unpaid</source>
        <translation>entregado sin cobrar</translation>
    </message>
    <message>
        <source>left</source>
        <translation>no recogido</translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation>puntos de fidelidad</translation>
    </message>
    <message>
        <source>loyalty points given back</source>
        <translation>puntos de fidelidad devueltos</translation>
    </message>
    <message>
        <source>opened by {name}</source>
        <translation>abierto por {name}</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>aún abierto</translation>
    </message>
    <message>
        <source>the failed payment</source>
        <translation>el pago fallido</translation>
    </message>
    <message>
        <source>the order at the register</source>
        <translation>el pedido en la caja</translation>
    </message>
    <message>
        <source>the payment</source>
        <translation>el pago</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>Faltan {amount}</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>{amount} de más</translation>
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
        <translation>{hours} h {minutes} min</translation>
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
        <translation>de {since} a {until}</translation>
    </message>
    <message>
        <source>{taken} taken, {returned} given back</source>
        <translation>{taken} cobrados, {returned} devueltos</translation>
    </message>
    <message>
        <source>{vendor} · handed over unpaid · since {since}</source>
        <translation>{vendor} · entregado sin cobrar · desde {since}</translation>
    </message>
    <message>
        <source>{vendor} · money goes back · since {since}</source>
        <translation>{vendor} · dinero por devolver · desde {since}</translation>
    </message>
    <message>
        <source>{vendor} · nobody has confirmed it · since {since}</source>
        <translation>{vendor} · nadie lo ha confirmado · desde {since}</translation>
    </message>
    <message>
        <source>{vendor} · payment failed · since {since}</source>
        <translation>{vendor} · pago fallido · desde {since}</translation>
    </message>
    <message>
        <source>{vendor} · settle it there · since {since}</source>
        <translation>{vendor} · resuélvalo allí · desde {since}</translation>
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
        <translation>{vendor} · {state} · desde {since}</translation>
    </message>
    <message>
        <source>{what}, by {vendor}</source>
        <translation>{what}, por {vendor}</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>A code was not readable and was dropped.</source>
        <translation>Un código no se podía leer y se descartó.</translation>
    </message>
    <message>
        <source>A fault of Pult's own; the log holds the details.</source>
        <translation>Un fallo del propio Pult; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>A newer Pult was looked for and could not be had; nothing was changed.</source>
        <translation>Se buscó un Pult más nuevo y no se pudo obtener; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>A scanner is not there.</source>
        <translation>Falta un lector.</translation>
    </message>
    <message>
        <source>It is not known whether a slip came out.</source>
        <translation>No se sabe si salió un ticket.</translation>
    </message>
    <message>
        <source>It is not known whether the vendor heard it. Pult asks by itself.</source>
        <translation>No se sabe si la plataforma lo oyó. Pult pregunta solo.</translation>
    </message>
    <message>
        <source>Letters on a slip are printed as ?, since the printer does not have them.</source>
        <translation>En un ticket salen ? por letras que la impresora no tiene.</translation>
    </message>
    <message>
        <source>No printer prints slips.</source>
        <translation>Ninguna impresora imprime tickets.</translation>
    </message>
    <message>
        <source>Pult cannot save: look at the disk.</source>
        <translation>Pult no puede guardar: mire el disco.</translation>
    </message>
    <message>
        <source>Pult stopped by itself and was started again; all orders are kept.</source>
        <translation>Pult se detuvo solo y se reinició; todos los pedidos están guardados.</translation>
    </message>
    <message>
        <source>Slips wait until the printer is well.</source>
        <translation>Los tickets esperan hasta que la impresora esté bien.</translation>
    </message>
    <message>
        <source>Somebody else changed the order.</source>
        <translation>Otra persona cambió el pedido.</translation>
    </message>
    <message>
        <source>Somebody else ended the order.</source>
        <translation>Otra persona cerró el pedido.</translation>
    </message>
    <message>
        <source>Somebody else was first at the vendor; what was pressed here was not sent.</source>
        <translation>Otra persona se adelantó en la plataforma; lo pulsado aquí no se envió.</translation>
    </message>
    <message>
        <source>The amount was not read again in time, so no payment was noted.</source>
        <translation>El importe no se volvió a leer a tiempo; no se anotó ningún pago.</translation>
    </message>
    <message>
        <source>The cash drawer did not open; the payment is noted all the same.</source>
        <translation>El cajón no se abrió; el pago está anotado igualmente.</translation>
    </message>
    <message>
        <source>The clock of this PC differs from the vendors' by five minutes or more.</source>
        <translation>El reloj de este PC difiere del de las plataformas en cinco minutos o más.</translation>
    </message>
    <message>
        <source>The order had moved on: what was pressed is no longer possible.</source>
        <translation>El pedido ya había avanzado: lo pulsado ya no es posible.</translation>
    </message>
    <message>
        <source>The shop's PIN was not keyed in for this, or too long ago.</source>
        <translation>No se ha introducido el PIN de la tienda para esto, o hace demasiado tiempo.</translation>
    </message>
    <message>
        <source>The vendor answered in words Pult does not know.</source>
        <translation>La plataforma respondió con palabras que Pult no conoce.</translation>
    </message>
    <message>
        <source>The vendor does not accept the key, or an id is another shop's.</source>
        <translation>La plataforma no acepta la clave, o un identificador es de otra tienda.</translation>
    </message>
    <message>
        <source>The vendor does not answer. Work goes on; what was pressed is sent later.</source>
        <translation>La plataforma no responde. Se sigue trabajando; lo pulsado se envía después.</translation>
    </message>
    <message>
        <source>The vendor has the order otherwise than this till.</source>
        <translation>La plataforma tiene el pedido distinto que este puesto.</translation>
    </message>
    <message>
        <source>The vendor named an order and does not know it itself.</source>
        <translation>La plataforma nombró un pedido que no conoce.</translation>
    </message>
    <message>
        <source>The vendor refused; its reason is shown.</source>
        <translation>La plataforma lo denegó; se muestra el motivo.</translation>
    </message>
    <message>
        <source>The vendor was asked for a number and gave no order; its reason is shown.</source>
        <translation>Se preguntó un número a la plataforma y no dio pedido; se muestra el motivo.</translation>
    </message>
    <message>
        <source>The vendor's calls do not reach this till.</source>
        <translation>Las llamadas de la plataforma no llegan a este puesto.</translation>
    </message>
    <message>
        <source>What came as a newer Pult is not as its publisher signed it; it was not installed.</source>
        <translation>Lo que llegó como Pult más nuevo no es lo que firmó el editor; no se instaló.</translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Changed elsewhere: open it and press Seen</source>
        <translation>Cambiado en otro sitio: ábralo y pulse Visto</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Collect 1 order</source>
        <translation>Entregar 1 pedido</translation>
    </message>
    <message>
        <source>Collect all older than …</source>
        <translation>Entregar los de hace más de …</translation>
    </message>
    <message>
        <source>Collect {count} orders</source>
        <translation>Entregar {count} pedidos</translation>
    </message>
    <message>
        <source>Collect {order}, ready for {waited}</source>
        <translation>Entregar {order}, listo desde hace {waited}</translation>
    </message>
    <message>
        <source>It can be undone for {seconds} s, then their vendors are told.</source>
        <translation>Se puede deshacer durante {seconds} s; luego se avisa a sus plataformas.</translation>
    </message>
    <message>
        <source>It cannot be told: open it</source>
        <translation>No se puede avisar: ábralo</translation>
    </message>
    <message>
        <source>No order is ready.</source>
        <translation>No hay pedidos listos.</translation>
    </message>
    <message>
        <source>No ready order has waited {age} or longer.</source>
        <translation>Ningún pedido listo lleva {age} o más.</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Anteriores a</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Their vendors are told at once. It cannot be undone.</source>
        <translation>Se avisa al momento a sus plataformas. No se puede deshacer.</translation>
    </message>
    <message>
        <source>What is to be paid is not known: open it</source>
        <translation>No se sabe cuánto hay que cobrar: ábralo</translation>
    </message>
    <message>
        <source>{amount} is to be paid first</source>
        <translation>Antes hay que cobrar {amount}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
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
        <translation>hace {waited}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copia</numerusform>
            <numerusform>%n copias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n pedido</numerusform>
            <numerusform>%n pedidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n ticket espera</numerusform>
            <numerusform>%n tickets esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>preguntado una vez</numerusform>
            <numerusform>preguntado %n veces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>Customer display</source>
        <translation>Pantalla de clientes</translation>
    </message>
    <message>
        <source>No numbers.</source>
        <translation>Sin números.</translation>
    </message>
    <message>
        <source>Orders go on. Plug the screen in: the customer display comes back.</source>
        <translation>Los pedidos siguen. Conecte la pantalla: la de clientes vuelve.</translation>
    </message>
    <message>
        <source>Orders go on. Plug “{screen}” in, or choose another screen in the settings.</source>
        <translation>Los pedidos siguen. Conecte «{screen}» o elija otra pantalla en los ajustes.</translation>
    </message>
    <message>
        <source>Preparing: {numbers}.</source>
        <translation>En preparación: {numbers}.</translation>
    </message>
    <message>
        <source>Ready: {numbers}.</source>
        <translation>Listo: {numbers}.</translation>
    </message>
    <message>
        <source>There is no second screen for customers.</source>
        <translation>No hay segunda pantalla para clientes.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Month after</source>
        <translation>Mes siguiente</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Mes anterior</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>Accept an order: its slip comes here.</source>
        <translation>Acepte un pedido: su ticket sale aquí.</translation>
    </message>
    <message>
        <source>Any code</source>
        <translation>Cualquier código</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Pantalla de clientes</translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation>Aún no hay tickets</translation>
    </message>
    <message>
        <source>Pult demo: slips and scanner</source>
        <translation>Demo de Pult: tickets y lector</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>Leer un código</translation>
    </message>
    <message>
        <source>Simulated printer and scanner</source>
        <translation>Impresora y lector simulados</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Sale un ticket de prueba. Mire si aparece.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
</context>
<context>
    <name>DeviceTabs</name>
    <message>
        <source>Find printers</source>
        <translation>Buscar impresoras</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation>Pult recupera los pedidos de este puesto.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Accept pressed</source>
        <translation>Aceptar pulsado</translation>
    </message>
    <message>
        <source>Accepted by itself</source>
        <translation>Aceptado por sí solo</translation>
    </message>
    <message>
        <source>Brought back to the board</source>
        <translation>Recuperado en el tablero</translation>
    </message>
    <message>
        <source>By itself, as set up</source>
        <translation>Por sí solo, según los ajustes</translation>
    </message>
    <message>
        <source>Came forward to be prepared</source>
        <translation>Pasó a prepararse</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Customer's data erased</source>
        <translation>Datos del cliente borrados</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Entregado sin cobrar</translation>
    </message>
    <message>
        <source>Held: {vendor} is paused</source>
        <translation>Retenido: {vendor} está en pausa</translation>
    </message>
    <message>
        <source>Its money was used for {number}</source>
        <translation>Su dinero se usó para {number}</translation>
    </message>
    <message>
        <source>Keyed in</source>
        <translation>Introducido aquí</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No recogido</translation>
    </message>
    <message>
        <source>Loyalty card noted</source>
        <translation>Tarjeta de fidelidad anotada</translation>
    </message>
    <message>
        <source>Loyalty card removed</source>
        <translation>Tarjeta de fidelidad quitada</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Dinero devuelto</translation>
    </message>
    <message>
        <source>Money to give back</source>
        <translation>Dinero por devolver</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Movido</translation>
    </message>
    <message>
        <source>No longer held: it rings</source>
        <translation>Ya no se retiene: suena</translation>
    </message>
    <message>
        <source>Not accepted by itself</source>
        <translation>No se aceptó solo</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Nada que cobrar aquí</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Order cancelled here</source>
        <translation>Pedido cancelado aquí</translation>
    </message>
    <message>
        <source>Payment changed</source>
        <translation>Pago cambiado</translation>
    </message>
    <message>
        <source>Payment due</source>
        <translation>Pago pendiente</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Pago fallido</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>Pago sin confirmar</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Pago recibido</translation>
    </message>
    <message>
        <source>Print again pressed</source>
        <translation>Reimprimir pulsado</translation>
    </message>
    <message>
        <source>Printed again on “{printer}”</source>
        <translation>Reimpreso en «{printer}»</translation>
    </message>
    <message>
        <source>Printed again: no answer</source>
        <translation>Reimpresión: sin respuesta</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Reject pressed</source>
        <translation>Rechazar pulsado</translation>
    </message>
    <message>
        <source>Rejected by the pause: {reason}</source>
        <translation>Rechazado por la pausa: {reason}</translation>
    </message>
    <message>
        <source>Reprint sent to “{printer}”, which cannot confirm</source>
        <translation>Reimpresión enviada a «{printer}», que no puede confirmar</translation>
    </message>
    <message>
        <source>Reprint withdrawn</source>
        <translation>Reimpresión retirada</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Settled: noted at {vendor}</source>
        <translation>Resuelto: anotado en {vendor}</translation>
    </message>
    <message>
        <source>Settled: refunded at {vendor}</source>
        <translation>Resuelto: reembolsado en {vendor}</translation>
    </message>
    <message>
        <source>Settled: {vendor} was told</source>
        <translation>Resuelto: {vendor} avisado</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation>El ticket va a «{printer}»</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}” instead of “{before}”</source>
        <translation>El ticket va a «{printer}» en vez de «{before}»</translation>
    </message>
    <message>
        <source>Slip printed on “{printer}”</source>
        <translation>Ticket impreso en «{printer}»</translation>
    </message>
    <message>
        <source>Slip scanned</source>
        <translation>Ticket leído</translation>
    </message>
    <message>
        <source>Slip scanned to hand over</source>
        <translation>Ticket leído para entregar</translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm</source>
        <translation>Ticket enviado a «{printer}», que no puede confirmar</translation>
    </message>
    <message>
        <source>Slip withdrawn before it was printed</source>
        <translation>Ticket retirado antes de imprimir</translation>
    </message>
    <message>
        <source>Slip: no answer from “{printer}”</source>
        <translation>Ticket: «{printer}» sin respuesta</translation>
    </message>
    <message>
        <source>Staff gave the slip up</source>
        <translation>El personal renunció al ticket</translation>
    </message>
    <message>
        <source>Staff gave the station slip up</source>
        <translation>El personal renunció a la comanda</translation>
    </message>
    <message>
        <source>Staff had the slip printed</source>
        <translation>El personal hizo imprimir el ticket</translation>
    </message>
    <message>
        <source>Staff had the station slip printed</source>
        <translation>El personal hizo imprimir la comanda</translation>
    </message>
    <message>
        <source>Staff looked at the slip</source>
        <translation>El personal miró el ticket</translation>
    </message>
    <message>
        <source>Staff settled {move}</source>
        <translation>El personal resolvió «{move}»</translation>
    </message>
    <message>
        <source>Staff: the slip came out</source>
        <translation>Personal: el ticket salió</translation>
    </message>
    <message>
        <source>Staff: the station slip came out</source>
        <translation>Personal: la comanda salió</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation>La comanda va a «{printer}»</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}” instead of “{before}”</source>
        <translation>La comanda va a «{printer}» en vez de «{before}»</translation>
    </message>
    <message>
        <source>Station slip printed on “{printer}”</source>
        <translation>Comanda impresa en «{printer}»</translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm</source>
        <translation>Comanda enviada a «{printer}», que no puede confirmar</translation>
    </message>
    <message>
        <source>Station slip withdrawn before it was printed</source>
        <translation>Comanda retirada antes de imprimir</translation>
    </message>
    <message>
        <source>Station slip: no answer from “{printer}”</source>
        <translation>Comanda: «{printer}» sin respuesta</translation>
    </message>
    <message>
        <source>This till says otherwise</source>
        <translation>Este puesto dice otra cosa</translation>
    </message>
    <message>
        <source>Tick taken back: to settle again</source>
        <translation>Marca retirada: otra vez por resolver</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>an item is not in the catalogue</source>
        <translation>un artículo no está en el catálogo</translation>
    </message>
    <message>
        <source>an item is sold out</source>
        <translation>un artículo está agotado</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>card</source>
        <translation>tarjeta</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>efectivo</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>it came late</source>
        <translation>llegó tarde</translation>
    </message>
    <message>
        <source>left</source>
        <translation>no recogido</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>only from {since} to {until}</source>
        <translation>solo de {since} a {until}</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>over the limit of {amount}</source>
        <translation>por encima del límite de {amount}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>said by {vendor}</source>
        <translation>según {vendor}</translation>
    </message>
    <message>
        <source>something is to be paid here</source>
        <translation>hay algo que pagar aquí</translation>
    </message>
    <message>
        <source>the customer wrote a note</source>
        <translation>el cliente escribió una nota</translation>
    </message>
    <message>
        <source>the printer of its slip was not well</source>
        <translation>la impresora de su ticket no estaba bien</translation>
    </message>
    <message>
        <source>until {time} at the latest</source>
        <translation>hasta las {time} como muy tarde</translation>
    </message>
    <message>
        <source>with the money taken for {number}</source>
        <translation>con el dinero cobrado para {number}</translation>
    </message>
    <message>
        <source>{amount} given back here, to note at {vendor}</source>
        <translation>{amount} devueltos aquí, por anotar en {vendor}</translation>
    </message>
    <message>
        <source>{amount} to refund at {vendor}</source>
        <translation>{amount} por reembolsar en {vendor}</translation>
    </message>
    <message>
        <source>{move} no longer sent to {vendor}</source>
        <translation>{move} ya no se envía a {vendor}</translation>
    </message>
    <message>
        <source>{move} not confirmed by {vendor}</source>
        <translation>{move} sin confirmar por {vendor}</translation>
    </message>
    <message>
        <source>{move} taken back</source>
        <translation>{move} deshecho</translation>
    </message>
    <message>
        <source>{vendor} changed the order</source>
        <translation>{vendor} cambió el pedido</translation>
    </message>
    <message>
        <source>{vendor} confirmed {move}</source>
        <translation>{vendor} confirmó {move}</translation>
    </message>
    <message>
        <source>{vendor} lists it as “{word}”</source>
        <translation>{vendor} lo lista como «{word}»</translation>
    </message>
    <message>
        <source>{vendor} named the order, ended already</source>
        <translation>{vendor} nombró el pedido, ya cerrado</translation>
    </message>
    <message>
        <source>{vendor} refused {move}</source>
        <translation>{vendor} denegó {move}</translation>
    </message>
    <message>
        <source>{vendor} says {standing}</source>
        <translation>{vendor} dice {standing}</translation>
    </message>
    <message>
        <source>{vendor} says “{word}”</source>
        <translation>{vendor} dice «{word}»</translation>
    </message>
    <message>
        <source>{vendor} sent the order</source>
        <translation>{vendor} envió el pedido</translation>
    </message>
    <message>
        <source>{vendor} to be told by hand</source>
        <translation>{vendor}: avisar a mano</translation>
    </message>
    <message>
        <source>“It did not happen”</source>
        <translation>«No se hizo»</translation>
    </message>
    <message>
        <source>“It happened”</source>
        <translation>«Se hizo»</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Amount asked for</source>
        <translation>Importe pedido</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Entró</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Llegó a través de</translation>
    </message>
    <message>
        <source>Charged to the customer</source>
        <translation>Cobrado al cliente</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>Id. de cliente</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Delivery fee</source>
        <translation>Gastos de envío</translation>
    </message>
    <message>
        <source>Desk id</source>
        <translation>Id. de mostrador</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Descuento</translation>
    </message>
    <message>
        <source>Discount by the vendor</source>
        <translation>Descuento de la plataforma</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Fee of the vendor</source>
        <translation>Comisión de la plataforma</translation>
    </message>
    <message>
        <source>Further data</source>
        <translation>Más datos</translation>
    </message>
    <message>
        <source>Handed over unpaid</source>
        <translation>Entregado sin cobrar</translation>
    </message>
    <message>
        <source>Instalment card, {part}</source>
        <translation>Tarjeta a plazos, {part}</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>Dirección de factura</translation>
    </message>
    <message>
        <source>Invoice from Cheers</source>
        <translation>Factura de Cheers</translation>
    </message>
    <message>
        <source>Invoice from the shop</source>
        <translation>Factura de la tienda</translation>
    </message>
    <message>
        <source>Kind of desk</source>
        <translation>Tipo de mostrador</translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation>Tipo de pedido</translation>
    </message>
    <message>
        <source>Named as paid outside</source>
        <translation>Indicado como pagado fuera</translation>
    </message>
    <message>
        <source>Not told by the vendor</source>
        <translation>La plataforma no lo dice</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Ordered with</source>
        <translation>Pedido con</translation>
    </message>
    <message>
        <source>Paid out to the shop</source>
        <translation>Pagado a la tienda</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Pagado con</translation>
    </message>
    <message>
        <source>Paid with credit</source>
        <translation>Pagado con saldo</translation>
    </message>
    <message>
        <source>Payment reference</source>
        <translation>Referencia de pago</translation>
    </message>
    <message>
        <source>Payment state</source>
        <translation>Estado del pago</translation>
    </message>
    <message>
        <source>Payment through</source>
        <translation>Pago a través de</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Lugar en el mapa</translation>
    </message>
    <message>
        <source>Ready since</source>
        <translation>Listo desde</translation>
    </message>
    <message>
        <source>Reason of the reject</source>
        <translation>Motivo del rechazo</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Receipt from the shop</source>
        <translation>Recibo de la tienda</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>Referencia del pago</translation>
    </message>
    <message>
        <source>Refunded by the vendor</source>
        <translation>Reembolsado por la plataforma</translation>
    </message>
    <message>
        <source>Reject reason</source>
        <translation>Motivo de rechazo</translation>
    </message>
    <message>
        <source>Sender's order id</source>
        <translation>Id. de pedido del remitente</translation>
    </message>
    <message>
        <source>Service reference</source>
        <translation>Referencia del servicio</translation>
    </message>
    <message>
        <source>Slip code</source>
        <translation>Código del ticket</translation>
    </message>
    <message>
        <source>State of the cart</source>
        <translation>Estado de la cesta</translation>
    </message>
    <message>
        <source>State of the payment</source>
        <translation>Estado del cobro</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Impuesto</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Propina</translation>
    </message>
    <message>
        <source>Total as it was sent</source>
        <translation>Total tal como llegó</translation>
    </message>
    <message>
        <source>Total of the cart</source>
        <translation>Total de la cesta</translation>
    </message>
    <message>
        <source>Total of the payment</source>
        <translation>Total del pago</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>un quiosco</translation>
    </message>
    <message>
        <source>amount held, not taken yet</source>
        <translation>importe retenido, aún sin cobrar</translation>
    </message>
    <message>
        <source>card</source>
        <translation>tarjeta</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado a domicilio</translation>
    </message>
    <message>
        <source>eaten here</source>
        <translation>para tomar aquí</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>given back by the vendor</source>
        <translation>devuelto por la plataforma</translation>
    </message>
    <message>
        <source>is being told</source>
        <translation>se le está avisando</translation>
    </message>
    <message>
        <source>knows everything</source>
        <translation>lo sabe todo</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>sin confirmar</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>sin pagar</translation>
    </message>
    <message>
        <source>not told yet, trying again</source>
        <translation>aún sin avisar, reintentando</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>nada que pagar</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pagado</translation>
    </message>
    <message>
        <source>paid in the app</source>
        <translation>pagado en la app</translation>
    </message>
    <message>
        <source>paid outside the app</source>
        <translation>pagado fuera de la app</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>denegado</translation>
    </message>
    <message>
        <source>released, nothing was taken</source>
        <translation>liberado, no se cobró nada</translation>
    </message>
    <message>
        <source>sent by post</source>
        <translation>enviado por correo</translation>
    </message>
    <message>
        <source>the app</source>
        <translation>la app</translation>
    </message>
    <message>
        <source>the web page</source>
        <translation>la página web</translation>
    </message>
    <message>
        <source>{known}, lists it as “{word}”</source>
        <translation>{known}, lo lista como «{word}»</translation>
    </message>
    <message>
        <source>{vendor} on {move}</source>
        <translation>{vendor} sobre {move}</translation>
    </message>
    <message>
        <source>{vendor} order id</source>
        <translation>Id. de pedido de {vendor}</translation>
    </message>
    <message>
        <source>{vendor} state</source>
        <translation>Estado en {vendor}</translation>
    </message>
</context>
<context>
    <name>FatalPage</name>
    <message>
        <source>Details: {text}</source>
        <translation>Detalles: {text}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
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
        <translation>Añadir esta impresora</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Añadiendo…</translation>
    </message>
    <message>
        <source>Find printers</source>
        <translation>Buscar impresoras</translation>
    </message>
    <message>
        <source>It was not added, nothing has changed. {why}</source>
        <translation>No se añadió, nada ha cambiado. {why}</translation>
    </message>
    <message>
        <source>Its number did not come out: it {cause}.</source>
        <translation>Su número no salió: {cause}.</translation>
    </message>
    <message>
        <source>Its number is printed</source>
        <translation>Su número está impreso</translation>
    </message>
    <message>
        <source>Let them print their numbers, then tap the one beside you.</source>
        <translation>Haga que impriman su número y toque el que esté a su lado.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Look at its power, cable and network, then look again.</source>
        <translation>Compruebe corriente, cable y red, y busque otra vez.</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>Nombre de la impresora</translation>
    </message>
    <message>
        <source>No other printer was found</source>
        <translation>No se encontró otra impresora</translation>
    </message>
    <message>
        <source>Not looked through: {places}</source>
        <translation>No se buscó en: {places}</translation>
    </message>
    <message>
        <source>Number {number} is to be added.</source>
        <translation>Se va a añadir el número {number}.</translation>
    </message>
    <message>
        <source>Print the numbers</source>
        <translation>Imprimir los números</translation>
    </message>
    <message>
        <source>What is it called here?</source>
        <translation>¿Cómo se llama aquí?</translation>
    </message>
    <message>
        <source>Which number came out beside you? Tap “This one” there.</source>
        <translation>¿Qué número salió a su lado? Toque ahí «Esta».</translation>
    </message>
</context>
<context>
    <name>FoundOrders</name>
    <message>
        <source>Looked in: {period}.</source>
        <translation>Se buscó en: {period}.</translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>Aquí no hay pedidos</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>No se encontró nada para «{text}»</translation>
    </message>
    <message>
        <source>Search all days</source>
        <translation>Buscar en todos los días</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} are shown. Scroll down for more.</source>
        <translation>Se muestran los {shown} más nuevos de {count}. Desplácese hacia abajo para ver más.</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} are shown. Search to find older ones.</source>
        <translation>Se muestran los {shown} más nuevos de {count}. Busque para ver anteriores.</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Number {number} came out</source>
        <translation>Salió el número {number}</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Esta</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>All of this is found again under Settings.</source>
        <translation>Todo esto se encuentra después en Ajustes.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Choose how Pult speaks and looks.</source>
        <translation>Elija cómo habla y se ve Pult.</translation>
    </message>
    <message>
        <source>Choose one, switch it on, enter its key, test the connection.</source>
        <translation>Elija una, actívela, introduzca su clave y pruebe la conexión.</translation>
    </message>
    <message>
        <source>Do you scan?</source>
        <translation>¿Usa un lector?</translation>
    </message>
    <message>
        <source>Five short steps. Each can be skipped and changed later.</source>
        <translation>Cinco pasos cortos. Cada uno se puede omitir y cambiar después.</translation>
    </message>
    <message>
        <source>Have ready: the key of each vendor, and the printer switched on. Press Begin.</source>
        <translation>Tenga a mano la clave de cada plataforma y la impresora encendida. Pulse Empezar.</translation>
    </message>
    <message>
        <source>Is another till of the shop set up already?</source>
        <translation>¿Ya está configurado otro puesto de la tienda?</translation>
    </message>
    <message>
        <source>Its name, the shop's money and time. The rest can wait.</source>
        <translation>Su nombre, la moneda y la hora de la tienda. Lo demás puede esperar.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>No vendor is switched on: there are walk-in orders alone. Press Back until step 3, or switch one on later under Settings, Vendors.</source>
        <translation>Ninguna plataforma está activada: solo hay pedidos de mostrador. Vuelva hasta el paso 3 o active una más tarde en Ajustes, Plataformas.</translation>
    </message>
    <message>
        <source>Only looking? The demo plays a whole evening. Nothing is kept of it.</source>
        <translation>¿Solo mira? La demo simula una noche entera. No se guarda nada.</translation>
    </message>
    <message>
        <source>Practise with whole orders in the demo: accept, prepare, take money. Nothing is kept.</source>
        <translation>Practique con pedidos enteros en la demo: aceptar, preparar, cobrar. No se guarda nada.</translation>
    </message>
    <message>
        <source>Print a test slip, then scan its code: Pult says that it read it. It counts nowhere.</source>
        <translation>Imprima un ticket de prueba y lea su código: Pult dice que lo leyó. No cuenta en ningún sitio.</translation>
    </message>
    <message>
        <source>Pult is ready</source>
        <translation>Pult está listo</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Reiniciando…</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Guardar y seguir</translation>
    </message>
    <message>
        <source>Scan any code: Pult offers to set a keyboard scanner up.</source>
        <translation>Lea cualquier código: Pult ofrece configurar un lector de teclado.</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Configurar más tarde</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Paso {number} de {count}</translation>
    </message>
    <message>
        <source>Switch the printer on and press Find printers.</source>
        <translation>Encienda la impresora y pulse Buscar impresoras.</translation>
    </message>
    <message>
        <source>Take over its set-up</source>
        <translation>Copiar su configuración</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Ticket de prueba</translation>
    </message>
    <message>
        <source>Then the first order</source>
        <translation>Después, el primer pedido</translation>
    </message>
    <message>
        <source>To the board</source>
        <translation>Al tablero</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Pruébelo antes</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demo</translation>
    </message>
    <message>
        <source>Vendors that were switched on take orders once Pult was started again. Then order something as a customer would, and see it come in.</source>
        <translation>Las plataformas activadas reciben pedidos una vez reiniciado Pult. Haga después un pedido como un cliente y véalo entrar.</translation>
    </message>
    <message>
        <source>Welcome to Pult</source>
        <translation>Bienvenido a Pult</translation>
    </message>
    <message>
        <source>What is this till called?</source>
        <translation>¿Cómo se llama este puesto?</translation>
    </message>
    <message>
        <source>Where do slips come out?</source>
        <translation>¿Dónde salen los tickets?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>¿Qué idioma?</translation>
    </message>
    <message>
        <source>Who sends you orders?</source>
        <translation>¿Quién le envía pedidos?</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Connections and devices</source>
        <translation>Conexiones y equipos</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Últimos problemas</translation>
    </message>
    <message>
        <source>No problem was met</source>
        <translation>No hubo problemas</translation>
    </message>
    <message>
        <source>None: all values are those Pult comes with</source>
        <translation>Ninguno: todos los valores son los de fábrica de Pult</translation>
    </message>
    <message>
        <source>Orders (pult.sqlite3), logs and slips of the virtual printer</source>
        <translation>Pedidos (pult.sqlite3), registros y tickets de la impresora virtual</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Archivo de ajustes</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>What goes wrong stands here with its code, also after a restart.</source>
        <translation>Aquí se lee con su código lo que va mal, también tras reiniciar.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>A day…</source>
        <translation>Un día…</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Todos los finales</translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation>Cualquier pago</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No recogido</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Sin pagar</translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation>Pagado aquí</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Aún abierto</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n pedido</numerusform>
            <numerusform>%n pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation>Todas las plataformas</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} por resolver</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Added products</source>
        <translation>Productos añadidos</translation>
    </message>
    <message>
        <source>Added {count}</source>
        <translation>Añadidos {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>Filas con fallos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Changed products</source>
        <translation>Productos cambiados</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>Cambiados {count}</translation>
    </message>
    <message>
        <source>Correct it and import it again. The catalogue is as it was.</source>
        <translation>Corríjalo e impórtelo de nuevo. El catálogo queda como estaba.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
    <message>
        <source>Missing products</source>
        <translation>Productos que faltan</translation>
    </message>
    <message>
        <source>Missing {count}</source>
        <translation>Faltan {count}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be taken from this file: %n faults</source>
        <translation>
            <numerusform>No se puede tomar nada de este archivo: %n fallo</numerusform>
            <numerusform>No se puede tomar nada de este archivo: %n fallos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>No se importó nada</translation>
    </message>
    <message>
        <source>Pult could not save. The catalogue is as it was.</source>
        <translation>Pult no pudo guardar. El catálogo queda como estaba.</translation>
    </message>
    <message>
        <source>Read as {how}.</source>
        <translation>Leído como {how}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n products the file does not name</source>
        <translation>
            <numerusform>Quitar el producto que el archivo no nombra</numerusform>
            <numerusform>Quitar los %n productos que el archivo no nombra</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>What the file does not name is removed.</source>
        <translation>Lo que el archivo no nombra se quita.</translation>
    </message>
    <message>
        <source>What the file does not name stays.</source>
        <translation>Lo que el archivo no nombra se queda.</translation>
    </message>
    <message>
        <source>{products}, nothing new or changed: there is nothing to import</source>
        <translation>{products}, nada nuevo ni cambiado: no hay nada que importar</translation>
    </message>
    <message>
        <source>{products}: {added} new, {changed} changed, {same} as they are</source>
        <translation>{products}: {added} nuevos, {changed} cambiados, {same} iguales</translation>
    </message>
</context>
<context>
    <name>KeptScans</name>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>{number} scanned: Open</source>
        <translation>{number} leído: Abrir</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Backspace</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Cifras y signos</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Ocultar el teclado</translation>
    </message>
    <message>
        <source>Keyboard for {field}</source>
        <translation>Teclado para {field}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>Más letras</translation>
    </message>
    <message>
        <source>On-screen keyboard</source>
        <translation>Teclado en pantalla</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>Mayúsculas, activadas</translation>
    </message>
    <message>
        <source>Shift, on for one letter</source>
        <translation>Mayúscula, una letra</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Backspace</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Teclado numérico</translation>
    </message>
</context>
<context>
    <name>LampBar</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n listo</numerusform>
            <numerusform>%n listos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n connected and ready</source>
        <translation>
            <numerusform>El único está conectado y listo</numerusform>
            <numerusform>Los %n conectados y listos</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>LampDialog</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Sale un ticket de prueba. Mire si aparece.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pausa…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Imprimiendo…</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>Reanudar ahora</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar conexión</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Ticket de prueba</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>Usar este equipo</translation>
    </message>
    <message>
        <source>{name} is asked anew.</source>
        <translation>Se pregunta de nuevo a {name}.</translation>
    </message>
</context>
<context>
    <name>LampListDialog</name>
    <message>
        <source>Connections and devices</source>
        <translation>Conexiones y equipos</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>LampRow</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message numerus="yes">
        <source>%n orders on the board wait to be told, the oldest {number}.</source>
        <translation>
            <numerusform>%n pedido del tablero espera aviso: {number}.</numerusform>
            <numerusform>%n pedidos del tablero esperan aviso, el más antiguo {number}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another device is in place of {name}</source>
        <translation>Hay otro equipo en lugar de {name}</translation>
    </message>
    <message>
        <source>Ask {name} for a new key if it was changed.</source>
        <translation>Pida a {name} una clave nueva si la cambiaron.</translation>
    </message>
    <message>
        <source>Ask {name} which shop this key may be used for.</source>
        <translation>Pregunte a {name} para qué tienda vale esta clave.</translation>
    </message>
    <message>
        <source>Close the other program; Pult takes it by itself.</source>
        <translation>Cierre el otro programa; Pult lo toma solo.</translation>
    </message>
    <message>
        <source>Compare the order here with the one in {name}.</source>
        <translation>Compare el pedido de aquí con el de {name}.</translation>
    </message>
    <message>
        <source>Do not accept the same order here and at {name}.</source>
        <translation>No acepte el mismo pedido aquí y en {name}.</translation>
    </message>
    <message>
        <source>Do not change the address at {name} in a hurry.</source>
        <translation>No cambie con prisas la dirección en {name}.</translation>
    </message>
    <message>
        <source>Do not guess what is to pay: ask.</source>
        <translation>No adivine lo que hay que cobrar: pregunte.</translation>
    </message>
    <message>
        <source>Do not print what waits again: it comes by itself.</source>
        <translation>No reimprima lo que espera: sale solo.</translation>
    </message>
    <message>
        <source>Do not promise a customer that the order came in: look first.</source>
        <translation>No prometa al cliente que llegó su pedido: mire antes.</translation>
    </message>
    <message>
        <source>Do not pull paper out by force.</source>
        <translation>No saque el papel a la fuerza.</translation>
    </message>
    <message>
        <source>Do not send the key by mail or show it to a customer.</source>
        <translation>No envíe la clave por correo ni la enseñe a un cliente.</translation>
    </message>
    <message>
        <source>Do not switch the till off to help it along.</source>
        <translation>No apague el puesto para arreglarlo.</translation>
    </message>
    <message>
        <source>Do not take money a second time.</source>
        <translation>No cobre dos veces.</translation>
    </message>
    <message>
        <source>Fetch a missing order with Order number and its {name} id.</source>
        <translation>Traiga el pedido que falte con Número de pedido y su id. de {name}.</translation>
    </message>
    <message>
        <source>Go on with the orders you have; what you press is sent later, once.</source>
        <translation>Siga con los pedidos que tiene; lo que pulse se envía después, una vez.</translation>
    </message>
    <message>
        <source>Go on; what is for {name} is sent by itself, once.</source>
        <translation>Siga; lo que es para {name} se envía solo, una vez.</translation>
    </message>
    <message>
        <source>Have a new roll at hand.</source>
        <translation>Tenga a mano un rollo nuevo.</translation>
    </message>
    <message>
        <source>Have the tunnel or relay to this till looked at.</source>
        <translation>Haga revisar el túnel o relé hacia este puesto.</translation>
    </message>
    <message>
        <source>Have this user given the right to it (Linux: group dialout, for a camera video).</source>
        <translation>Dé a este usuario el permiso (Linux: grupo dialout; cámara, video).</translation>
    </message>
    <message>
        <source>If it is on the network, switch it off and on.</source>
        <translation>Si está en red, apáguela y enciéndala.</translation>
    </message>
    <message>
        <source>If this one is meant, press Use this device.</source>
        <translation>Si es este, pulse «Usar este equipo».</translation>
    </message>
    <message>
        <source>It is asked when it is needed.</source>
        <translation>Se le pregunta cuando hace falta.</translation>
    </message>
    <message>
        <source>It is reached, and what you press is told.</source>
        <translation>Se llega a ella y recibe lo que usted pulsa.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Último pedido</translation>
    </message>
    <message>
        <source>Log in to this computer with its password: that unlocks its keyring.</source>
        <translation>Inicie sesión en este ordenador con su contraseña: eso abre su llavero.</translation>
    </message>
    <message>
        <source>Look at cover and paper.</source>
        <translation>Mire la tapa y el papel.</translation>
    </message>
    <message>
        <source>Look at its cable; Pult finds it by itself.</source>
        <translation>Mire su cable; Pult lo encuentra solo.</translation>
    </message>
    <message>
        <source>Look at its power and its cable.</source>
        <translation>Mire su corriente y su cable.</translation>
    </message>
    <message>
        <source>Look at new orders in {name} too, and tell your helper.</source>
        <translation>Mire también los pedidos nuevos en {name} y avise a su soporte.</translation>
    </message>
    <message>
        <source>Look for new orders in {name}; have the tunnel looked at.</source>
        <translation>Mire los pedidos nuevos en {name}; haga revisar el túnel.</translation>
    </message>
    <message>
        <source>Look for new orders on the {name} page or tablet.</source>
        <translation>Mire los pedidos nuevos en la página o tableta de {name}.</translation>
    </message>
    <message>
        <source>Look for new {name} orders at {name} itself until this message disappears.</source>
        <translation>Mire los pedidos nuevos en {name} hasta que desaparezca este mensaje.</translation>
    </message>
    <message>
        <source>Look whether the internet works on this till.</source>
        <translation>Mire si internet funciona en este puesto.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors and compare key and ids with what {name} gave you. Then press Restart now.</source>
        <translation>Abra Ajustes, Plataformas y compare la clave y los identificadores con lo que le dio {name}. Luego pulse «Reiniciar ahora».</translation>
    </message>
    <message>
        <source>Open Settings, Vendors and enter the key of {name} again. Then press Restart now.</source>
        <translation>Abra Ajustes, Plataformas e introduzca otra vez la clave de {name}. Luego pulse «Reiniciar ahora».</translation>
    </message>
    <message>
        <source>Open the cover and take out what is stuck.</source>
        <translation>Abra la tapa y saque lo atascado.</translation>
    </message>
    <message>
        <source>Open the cover, take out what is stuck, close it.</source>
        <translation>Abra la tapa, saque lo atascado y ciérrela.</translation>
    </message>
    <message>
        <source>Orders are safe, but “{name}” types into another program.</source>
        <translation>Los pedidos están a salvo, pero «{name}» escribe en otro programa.</translation>
    </message>
    <message>
        <source>Orders are safe; open them by a tap instead.</source>
        <translation>Los pedidos están a salvo; ábralos con un toque.</translation>
    </message>
    <message>
        <source>Orders here are safe and every answer is kept.</source>
        <translation>Los pedidos de aquí están a salvo y se guarda cada respuesta.</translation>
    </message>
    <message>
        <source>Orders here are safe, but nothing reaches {name}.</source>
        <translation>Los pedidos de aquí están a salvo, pero nada llega a {name}.</translation>
    </message>
    <message>
        <source>Orders here are safe; new ones may come late or not at all.</source>
        <translation>Los pedidos de aquí están a salvo; los nuevos pueden tardar o no llegar.</translation>
    </message>
    <message>
        <source>Orders on this board are safe.</source>
        <translation>Los pedidos del tablero están a salvo.</translation>
    </message>
    <message>
        <source>Plug the old one in, or press Use this device.</source>
        <translation>Conecte el de antes o pulse «Usar este equipo».</translation>
    </message>
    <message>
        <source>Plug the printer in that was there before; Pult finds it.</source>
        <translation>Conecte la impresora que había antes; Pult la encuentra.</translation>
    </message>
    <message>
        <source>Plug the scanner in that was there before.</source>
        <translation>Conecte el lector que había antes.</translation>
    </message>
    <message>
        <source>Press Test connection and wait for the answer.</source>
        <translation>Pulse Probar conexión y espere la respuesta.</translation>
    </message>
    <message>
        <source>Press Test when it is up again.</source>
        <translation>Pulse la prueba cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>Press its feed or online button, look at cover and paper.</source>
        <translation>Pulse su botón de papel o en línea, mire tapa y papel.</translation>
    </message>
    <message>
        <source>Press the cover down until it clicks.</source>
        <translation>Apriete la tapa hasta que haga clic.</translation>
    </message>
    <message>
        <source>Pull its cable and plug it in again.</source>
        <translation>Desconecte su cable y vuelva a conectarlo.</translation>
    </message>
    <message>
        <source>Pult may not use {name}</source>
        <translation>Pult no tiene permiso para usar {name}</translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover.</source>
        <translation>Ponga un rollo nuevo y cierre la tapa.</translation>
    </message>
    <message>
        <source>Read the number from the screen while there is no slip.</source>
        <translation>Lea el número en la pantalla mientras no haya ticket.</translation>
    </message>
    <message>
        <source>Scans go to another window</source>
        <translation>Las lecturas van a otra ventana</translation>
    </message>
    <message>
        <source>Slips come out.</source>
        <translation>Los tickets salen.</translation>
    </message>
    <message>
        <source>Slips still come.</source>
        <translation>Los tickets aún salen.</translation>
    </message>
    <message>
        <source>Slips that wait go to “{other}”; orders go on.</source>
        <translation>Los tickets en espera salen por «{other}»; los pedidos siguen.</translation>
    </message>
    <message>
        <source>Slips wait and come by themselves; orders go on.</source>
        <translation>Los tickets esperan y salen solos; los pedidos siguen.</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Así desde</translation>
    </message>
    <message>
        <source>Switch it off and on once.</source>
        <translation>Apáguelo y enciéndalo una vez.</translation>
    </message>
    <message>
        <source>Switch it off and on once; Details may name another reason.</source>
        <translation>Apáguela y enciéndala una vez; Detalles puede dar otra causa.</translation>
    </message>
    <message>
        <source>Switch it on in Settings, Scanners.</source>
        <translation>Actívelo en Ajustes, Lectores.</translation>
    </message>
    <message>
        <source>Switch the light over the counter on.</source>
        <translation>Encienda la luz del mostrador.</translation>
    </message>
    <message>
        <source>Take away what covers its lens, or make more light.</source>
        <translation>Quite lo que tape la lente o ponga más luz.</translation>
    </message>
    <message>
        <source>Tap Pult's window.</source>
        <translation>Toque la ventana de Pult.</translation>
    </message>
    <message>
        <source>Tell your helper what stands under Details.</source>
        <translation>Diga a su soporte lo que pone en Detalles.</translation>
    </message>
    <message>
        <source>The key of {name} cannot be read</source>
        <translation>No se puede leer la clave de {name}</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>Unlock this computer's keyring: Pult goes on by itself then. Or enter the key anew.</source>
        <translation>Abra el llavero de este ordenador: Pult sigue después solo. O introduzca otra vez la clave.</translation>
    </message>
    <message>
        <source>What it reads is answered at once.</source>
        <translation>Lo que lee se responde al momento.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>otro equipo</translation>
    </message>
    <message>
        <source>cannot reach this till</source>
        <translation>no llega a este puesto</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>tapa abierta</translation>
    </message>
    <message>
        <source>cutter error</source>
        <translation>fallo del cortador</translation>
    </message>
    <message>
        <source>dark picture</source>
        <translation>imagen oscura</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>clave no aceptada</translation>
    </message>
    <message>
        <source>key not readable</source>
        <translation>clave ilegible</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>sin contacto</translation>
    </message>
    <message>
        <source>no rights</source>
        <translation>sin permiso</translation>
    </message>
    <message>
        <source>not answering</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>aún sin preguntar</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>not let in</source>
        <translation>sin acceso</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>no accesible</translation>
    </message>
    <message>
        <source>odd answer</source>
        <translation>respuesta rara</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>order {age} ago</source>
        <translation>pedido hace {age}</translation>
    </message>
    <message>
        <source>paper low</source>
        <translation>poco papel</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>sin papel</translation>
    </message>
    <message>
        <source>picture stands still</source>
        <translation>imagen parada</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>typing elsewhere</source>
        <translation>escribe en otro sitio</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation>{name} responde</translation>
    </message>
    <message>
        <source>{name} answers in words Pult does not know</source>
        <translation>{name} responde con palabras que Pult no conoce</translation>
    </message>
    <message>
        <source>{name} cannot reach this till</source>
        <translation>{name} no llega a este puesto</translation>
    </message>
    <message>
        <source>{name} does not accept the key</source>
        <translation>{name} no acepta la clave</translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation>{name} no responde</translation>
    </message>
    <message>
        <source>{name} does not let this shop in</source>
        <translation>{name} no da acceso a esta tienda</translation>
    </message>
    <message>
        <source>{name} does not print</source>
        <translation>{name} no imprime</translation>
    </message>
    <message>
        <source>{name} has not answered since {since}</source>
        <translation>{name} no responde desde las {since}</translation>
    </message>
    <message>
        <source>{name} has not been asked yet</source>
        <translation>Aún no se ha preguntado a {name}</translation>
    </message>
    <message>
        <source>{name} has not been heard of for a while</source>
        <translation>Hace rato que no se sabe de {name}</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} no está</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} está listo</translation>
    </message>
    <message>
        <source>{name} is switched off</source>
        <translation>{name} está apagado</translation>
    </message>
    <message>
        <source>{name} is used by another program</source>
        <translation>Otro programa usa {name}</translation>
    </message>
    <message>
        <source>{name} reads nothing</source>
        <translation>{name} no lee nada</translation>
    </message>
    <message>
        <source>{name} sees next to nothing</source>
        <translation>{name} no ve casi nada</translation>
    </message>
    <message>
        <source>{name} shows one and the same picture</source>
        <translation>{name} muestra siempre la misma imagen</translation>
    </message>
    <message>
        <source>{name} was last heard of at {since}</source>
        <translation>Última noticia de {name}: {since}</translation>
    </message>
    <message>
        <source>{name}: another device is in its place</source>
        <translation>{name}: hay otro equipo en su lugar</translation>
    </message>
    <message>
        <source>{name}: cover open</source>
        <translation>{name}: tapa abierta</translation>
    </message>
    <message>
        <source>{name}: it cannot cut</source>
        <translation>{name}: no puede cortar</translation>
    </message>
    <message>
        <source>{name}: little paper left</source>
        <translation>{name}: queda poco papel</translation>
    </message>
    <message>
        <source>{name}: not answering</source>
        <translation>{name}: no responde</translation>
    </message>
    <message>
        <source>{name}: not reachable</source>
        <translation>{name}: no accesible</translation>
    </message>
    <message>
        <source>{name}: offline</source>
        <translation>{name}: sin conexión</translation>
    </message>
    <message>
        <source>{name}: paper out</source>
        <translation>{name}: sin papel</translation>
    </message>
    <message>
        <source>{slips} and go to “{other}”, orders go on.</source>
        <translation>{slips} y salen por «{other}»; los pedidos siguen.</translation>
    </message>
    <message>
        <source>{slips}, orders go on.</source>
        <translation>{slips}, los pedidos siguen.</translation>
    </message>
</context>
<context>
    <name>LastScan</name>
    <message>
        <source>Coupon</source>
        <translation>Cupón</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Tarjeta de fidelidad</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>No legible</translation>
    </message>
    <message>
        <source>One-time key</source>
        <translation>Clave de un solo uso</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>Otro texto</translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation>Número de prepedido</translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation>Código de producto</translation>
    </message>
    <message>
        <source>Slip code read wrongly</source>
        <translation>Código de ticket mal leído</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Enlace web</translation>
    </message>
    <message numerus="yes">
        <source>{kind}, %n characters</source>
        <translation>
            <numerusform>{kind}, %n carácter</numerusform>
            <numerusform>{kind}, %n caracteres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Close Pult</source>
        <translation>Cerrar Pult</translation>
    </message>
    <message>
        <source>Close Pult?</source>
        <translation>¿Cerrar Pult?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>The orders on this till are kept. Until Pult is started again no new order is announced and nothing is printed.</source>
        <translation>Los pedidos de este puesto se guardan. Hasta que Pult se abra otra vez no se anuncia ningún pedido nuevo ni se imprime nada.</translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Keep these lines</source>
        <translation>Guardar estas líneas</translation>
    </message>
    <message>
        <source>Letters of {printer}</source>
        <translation>Letras de {printer}</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Línea {number}</translation>
    </message>
    <message>
        <source>No line is right</source>
        <translation>Ninguna línea está bien</translation>
    </message>
    <message>
        <source>Tap the number of every line on the proof sheet whose letters all look right. Several are usual; none is an answer too.</source>
        <translation>Toque el número de cada línea de la hoja de prueba con todas las letras bien. Suelen ser varias; ninguna también es una respuesta.</translation>
    </message>
    <message>
        <source>Then other letters than A to Z are printed as pictures.</source>
        <translation>Entonces las letras que no sean A a Z se imprimen como imágenes.</translation>
    </message>
    <message>
        <source>Used from the next slip on.</source>
        <translation>Se usa desde el próximo ticket.</translation>
    </message>
</context>
<context>
    <name>LineHead</name>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Customer or desk</source>
        <translation>Cliente o mostrador</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Plataforma</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Orders found</source>
        <translation>Pedidos encontrados</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>On sale again</source>
        <translation>A la venta otra vez</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Agotado</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Agotado hoy</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Cash given {given}, change</source>
        <translation>Entregado {given}, cambio</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Descuento</translation>
    </message>
    <message>
        <source>Given back another way</source>
        <translation>Devuelto de otra forma</translation>
    </message>
    <message>
        <source>Given back by card</source>
        <translation>Devuelto a la tarjeta</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Devuelto en efectivo</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Entrega a domicilio</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Nada que cobrar aquí</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>Paid here another way</source>
        <translation>Pagado aquí de otra forma</translation>
    </message>
    <message>
        <source>Paid here by card</source>
        <translation>Pagado aquí con tarjeta</translation>
    </message>
    <message>
        <source>Paid here in cash</source>
        <translation>Pagado aquí en efectivo</translation>
    </message>
    <message>
        <source>Paid in the app</source>
        <translation>Pagado en la app</translation>
    </message>
    <message>
        <source>Payment failed, to pay here</source>
        <translation>Pago fallido, a cobrar aquí</translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation>Para llevar</translation>
    </message>
    <message>
        <source>Take-away fee</source>
        <translation>Cargo para llevar</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Propina</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Por devolver</translation>
    </message>
    <message>
        <source>To pay here</source>
        <translation>A cobrar aquí</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>VAT on all lines</source>
        <translation>IVA en todas las líneas</translation>
    </message>
    <message>
        <source>VAT {rate} %</source>
        <translation>IVA {rate} %</translation>
    </message>
    <message>
        <source>added up here</source>
        <translation>sumado aquí</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>preguntar</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>descuento</translation>
    </message>
    <message>
        <source>nothing to pay here</source>
        <translation>nada que cobrar aquí</translation>
    </message>
    <message>
        <source>take-away</source>
        <translation>para llevar</translation>
    </message>
    <message>
        <source>{amount} to pay here</source>
        <translation>{amount} a cobrar aquí</translation>
    </message>
</context>
<context>
    <name>LinesRow</name>
    <message>
        <source>At most {lines} lines of at most {letters} letters.</source>
        <translation>Como mucho {lines} líneas de {letters} letras.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Sin logotipo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation>No se cambió nada. Los pedidos siguen como quedaron.</translation>
    </message>
    <message>
        <source>Pult cannot open its orders</source>
        <translation>Pult no puede abrir sus pedidos</translation>
    </message>
    <message>
        <source>Take new orders on the vendors' own devices, and call whoever sees to Pult.</source>
        <translation>Tome los pedidos nuevos en los equipos de las plataformas y llame a quien cuida de Pult.</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and make the outline as large as the card.</source>
        <translation>Ponga una tarjeta bancaria sobre la pantalla y haga el contorno tan grande como ella.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Measure the screen</source>
        <translation>Medir la pantalla</translation>
    </message>
    <message>
        <source>Much larger</source>
        <translation>Mucho más grande</translation>
    </message>
    <message>
        <source>Much smaller</source>
        <translation>Mucho más pequeño</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Use this size</source>
        <translation>Usar este tamaño</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Deshaciendo…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>Aún no hay mensajes</translation>
    </message>
    <message>
        <source>What Pult says stands here.</source>
        <translation>Aquí se lee lo que dice Pult.</translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message>
        <source>Book it back at the card terminal first, then press “Money returned”.</source>
        <translation>Anúlelo antes en el datáfono y luego pulse «Dinero devuelto».</translation>
    </message>
    <message>
        <source>Give the money first, then press “Money returned”.</source>
        <translation>Dé antes el dinero y luego pulse «Dinero devuelto».</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>Devuelto por</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con sus palabras</translation>
    </message>
    <message>
        <source>In your own words, may stay empty</source>
        <translation>Con sus palabras, puede quedar vacío</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>No se puede deshacer.</translation>
    </message>
    <message>
        <source>Key in what was given back, at most what was taken.</source>
        <translation>Teclee lo devuelto, como mucho lo cobrado.</translation>
    </message>
    <message>
        <source>Money back for {number}</source>
        <translation>Devolución de {number}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Taken here, at most this goes back</source>
        <translation>Cobrado aquí; como mucho se devuelve esto</translation>
    </message>
    <message>
        <source>That is all of it.</source>
        <translation>Eso es todo.</translation>
    </message>
    <message>
        <source>There is nothing to give back any more.</source>
        <translation>Ya no hay nada que devolver.</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Por devolver</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>{amount} is then still to be given back.</source>
        <translation>Quedan {amount} por devolver.</translation>
    </message>
    <message>
        <source>{amount} of what was taken stays here.</source>
        <translation>{amount} de lo cobrado se queda aquí.</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>Aceptando…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Cancelar pedido</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Entregar sin cobrar</translation>
    </message>
    <message>
        <source>It cannot be undone</source>
        <translation>No se puede deshacer</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>No se hizo</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>Se hizo</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No recogido</translation>
    </message>
    <message>
        <source>Marked as a reprint</source>
        <translation>Marcado como copia</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Dinero devuelto</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Pago fallido</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Pago recibido</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Reimprimir</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Rejecting…</source>
        <translation>Rechazando…</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Slip came out</source>
        <translation>Salió el ticket</translation>
    </message>
    <message>
        <source>Slip did not come out</source>
        <translation>No salió el ticket</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Cobrar</translation>
    </message>
    <message>
        <source>The slip says “not confirmed”</source>
        <translation>El ticket dice «sin confirmar»</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>loyalty points</source>
        <translation>puntos de fidelidad</translation>
    </message>
    <message>
        <source>loyalty points taken back</source>
        <translation>puntos de fidelidad retirados</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>el pedido</translation>
    </message>
    <message>
        <source>{amount} stays unpaid</source>
        <translation>{amount} quedan sin cobrar</translation>
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
        <translation>{vendor} no lo deshace</translation>
    </message>
</context>
<context>
    <name>NewsTable</name>
    <message>
        <source>Nothing more is written, so that what is there can be saved.</source>
        <translation>No se escribe nada más, para poder salvar lo que hay.</translation>
    </message>
    <message>
        <source>Pult has stopped: its file is damaged</source>
        <translation>Pult se ha detenido: su archivo está dañado</translation>
    </message>
    <message>
        <source>Take orders on the vendors' own devices. Do not start Pult again.</source>
        <translation>Tome los pedidos en los equipos de las plataformas. No vuelva a abrir Pult.</translation>
    </message>
</context>
<context>
    <name>Next</name>
    <message>
        <source>*Accept is on its way to {vendor}.* The slip follows its yes.</source>
        <translation>*Aceptar va camino de {vendor}.* El ticket sale tras su sí.</translation>
    </message>
    <message>
        <source>*Cancelled {time}.*</source>
        <translation>*Cancelado a las {time}.*</translation>
    </message>
    <message>
        <source>*Collected {time}.*</source>
        <translation>*Entregado a las {time}.*</translation>
    </message>
    <message>
        <source>*Give {amount} back,* then press *Money returned*.</source>
        <translation>*Devuelva {amount}* y luego pulse *Dinero devuelto*.</translation>
    </message>
    <message>
        <source>*It comes late: ordered at {time}.* Look whether it can still be made.</source>
        <translation>*Llega tarde: pedido a las {time}.* Mire si aún se puede preparar.</translation>
    </message>
    <message>
        <source>*It left at {time}.* Press *Collected* once it has arrived.</source>
        <translation>*Salió a las {time}.* Pulse *Entregado* cuando haya llegado.</translation>
    </message>
    <message>
        <source>*Left {time}.*</source>
        <translation>*No recogido, {time}.*</translation>
    </message>
    <message>
        <source>*Nothing to do before {time}.* Then it comes forward by itself.</source>
        <translation>*Nada que hacer antes de las {time}.* Luego se muestra solo.</translation>
    </message>
    <message>
        <source>*Nothing to do before {time}.* Then its slip comes out.</source>
        <translation>*Nada que hacer antes de las {time}.* Luego sale su ticket.</translation>
    </message>
    <message>
        <source>*Reject is on its way to {vendor}.* Do not prepare it.</source>
        <translation>*Rechazar va camino de {vendor}.* No lo prepare.</translation>
    </message>
    <message>
        <source>*Rejected elsewhere at {time}.*</source>
        <translation>*Rechazado en otro sitio a las {time}.*</translation>
    </message>
    <message>
        <source>*Rejected here.* {vendor} is told when Undo has run out.</source>
        <translation>*Rechazado aquí.* Se avisa a {vendor} cuando acabe el plazo para deshacer.</translation>
    </message>
    <message>
        <source>*Rejected {time}.*</source>
        <translation>*Rechazado a las {time}.*</translation>
    </message>
    <message>
        <source>*Set to Collected elsewhere at {time}.*</source>
        <translation>*Puesto como entregado en otro sitio a las {time}.*</translation>
    </message>
    <message>
        <source>*Set to Left elsewhere at {time}.*</source>
        <translation>*Puesto como no recogido en otro sitio a las {time}.*</translation>
    </message>
    <message>
        <source>*Sold out today: {items}.*</source>
        <translation>*Agotado hoy: {items}.*</translation>
    </message>
    <message>
        <source>*The customer cancelled at {time}.*</source>
        <translation>*El cliente canceló a las {time}.*</translation>
    </message>
    <message>
        <source>*The payment failed.* Take {amount} another way, or hand over unpaid.</source>
        <translation>*El pago no salió.* Cobre {amount} de otra forma o entregue sin cobrar.</translation>
    </message>
    <message>
        <source>*The payment is on its way to {vendor}.* The slip follows its yes.</source>
        <translation>*El pago va camino de {vendor}.* El ticket sale tras su sí.</translation>
    </message>
    <message>
        <source>*What is to be paid is not known.* Ask, take it, then hand over.</source>
        <translation>*No se sabe cuánto hay que cobrar.* Pregunte, cobre y luego entregue.</translation>
    </message>
    <message>
        <source>*{amount} is still to be paid.* Take the payment, then hand over.</source>
        <translation>*Faltan {amount} por cobrar.* Cobre y luego entregue.</translation>
    </message>
    <message>
        <source>*{vendor} changed this order.* Compare the lines, then press *Seen*.</source>
        <translation>*{vendor} cambió este pedido.* Compare las líneas y pulse *Visto*.</translation>
    </message>
    <message>
        <source>*{vendor} gave no number for this order, so it cannot be told.* Set it to collected there; *Left* takes it off this board.</source>
        <translation>*{vendor} no dio número para este pedido; no se le puede avisar.* Póngalo allí como entregado; *No recogido* lo quita del tablero.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Accept goes out by itself when it does.</source>
        <translation>*{vendor} aún no ha respondido.* Aceptar sale solo cuando responda.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* Reject goes out by itself when it does.</source>
        <translation>*{vendor} aún no ha respondido.* Rechazar sale solo cuando responda.</translation>
    </message>
    <message>
        <source>*{vendor} has not answered yet.* The payment is told when it does.</source>
        <translation>*{vendor} aún no ha respondido.* El pago se le comunica cuando responda.</translation>
    </message>
    <message>
        <source>*{vendor} is paused:* this order rings at {time}.</source>
        <translation>*{vendor} está en pausa:* este pedido suena a las {time}.</translation>
    </message>
    <message>
        <source>*{vendor} says otherwise: “{word}”.* Here it is closed.</source>
        <translation>*{vendor} dice otra cosa: «{word}».* Aquí está cerrado.</translation>
    </message>
    <message>
        <source>*{vendor} shows “{word}”, which Pult does not know.* Look at it in {vendor}.</source>
        <translation>*{vendor} muestra «{word}», que Pult no conoce.* Mírelo en {vendor}.</translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation>No lo entregue.</translation>
    </message>
    <message>
        <source>Do not hand the order over.</source>
        <translation>No entregue el pedido.</translation>
    </message>
    <message>
        <source>Do not prepare it.</source>
        <translation>No lo prepare.</translation>
    </message>
    <message>
        <source>Handed over unpaid: {reason}.</source>
        <translation>Entregado sin cobrar: {reason}.</translation>
    </message>
    <message>
        <source>It came while {vendor} was paused.</source>
        <translation>Llegó con {vendor} en pausa.</translation>
    </message>
    <message>
        <source>It is paid.</source>
        <translation>Está pagado.</translation>
    </message>
    <message>
        <source>It then rests in *Later* until {time}.</source>
        <translation>Luego queda en *Más tarde* hasta las {time}.</translation>
    </message>
    <message>
        <source>Money back: {amount}, by hand.</source>
        <translation>Dinero a devolver: {amount}, a mano.</translation>
    </message>
    <message>
        <source>Next: *accept*.</source>
        <translation>Ahora: *aceptar*.</translation>
    </message>
    <message>
        <source>Next: *take the payment.* {vendor} makes the order with it.</source>
        <translation>Ahora: *cobrar.* {vendor} crea el pedido con ello.</translation>
    </message>
    <message>
        <source>Next: give it to the driver, then press *On the way*.</source>
        <translation>Ahora: déselo al repartidor y pulse *En camino*.</translation>
    </message>
    <message>
        <source>Next: hand over, then press *Collected*.</source>
        <translation>Ahora: entregue y pulse *Entregado*.</translation>
    </message>
    <message>
        <source>Next: look in *{vendor}* whether it is paid, then say so here.</source>
        <translation>Ahora: mire en *{vendor}* si está pagado e indíquelo aquí.</translation>
    </message>
    <message>
        <source>Next: prepare it, then press *Ready*.</source>
        <translation>Ahora: prepárelo y pulse *Listo*.</translation>
    </message>
    <message>
        <source>Next: scan the customer's *new order number* to use the money for it, or give it back and press *Money returned*.</source>
        <translation>Ahora: lea el *nuevo número de pedido* del cliente para usar su dinero, o devuélvalo y pulse *Dinero devuelto*.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not charge again.</source>
        <translation>Ahora: espere o pulse *Preguntar otra vez*. No cobre de nuevo.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. Do not prepare it.</source>
        <translation>Ahora: espere o pulse *Preguntar otra vez*. No lo prepare.</translation>
    </message>
    <message>
        <source>Next: wait, or press *Ask again*. The order is kept.</source>
        <translation>Ahora: espere o pulse *Preguntar otra vez*. El pedido está guardado.</translation>
    </message>
    <message>
        <source>Not accepted by itself: an item is not in the catalogue.</source>
        <translation>No se aceptó solo: un artículo no está en el catálogo.</translation>
    </message>
    <message>
        <source>Not accepted by itself: an item is sold out.</source>
        <translation>No se aceptó solo: un artículo está agotado.</translation>
    </message>
    <message>
        <source>Not accepted by itself: it costs more than the limit.</source>
        <translation>No se aceptó solo: cuesta más que el límite.</translation>
    </message>
    <message>
        <source>Not accepted by itself: not at this hour.</source>
        <translation>No se aceptó solo: no a esta hora.</translation>
    </message>
    <message>
        <source>Not accepted by itself: something is to be paid here.</source>
        <translation>No se aceptó solo: hay algo que cobrar aquí.</translation>
    </message>
    <message>
        <source>Not accepted by itself: the customer wrote a note.</source>
        <translation>No se aceptó solo: el cliente escribió una nota.</translation>
    </message>
    <message>
        <source>Not accepted by itself: the printer of its slip was not well.</source>
        <translation>No se aceptó solo: la impresora de su ticket no estaba bien.</translation>
    </message>
    <message>
        <source>Nothing is to be paid here.</source>
        <translation>Aquí no hay nada que cobrar.</translation>
    </message>
    <message>
        <source>Nothing is to be paid here. Look in *{vendor}* what it waits for.</source>
        <translation>Aquí no hay nada que cobrar. Mire en *{vendor}* a qué espera.</translation>
    </message>
    <message>
        <source>Stop preparing.</source>
        <translation>Deje de prepararlo.</translation>
    </message>
    <message>
        <source>The payment failed; take it another way.</source>
        <translation>El pago no salió; cobre de otra forma.</translation>
    </message>
    <message>
        <source>There is no money to give back.</source>
        <translation>No hay dinero que devolver.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>What is to be paid here is not known: ask.</source>
        <translation>No se sabe cuánto hay que cobrar aquí: pregunte.</translation>
    </message>
    <message>
        <source>{amount} is to be paid here before hand-over.</source>
        <translation>Hay que cobrar aquí {amount} antes de entregar.</translation>
    </message>
    <message>
        <source>{move} cannot be undone.</source>
        <translation>{move} no se puede deshacer.</translation>
    </message>
    <message>
        <source>{vendor} does not undo it.</source>
        <translation>{vendor} no lo deshace.</translation>
    </message>
    <message>
        <source>{vendor} is not told yet; Pult goes on by itself.</source>
        <translation>{vendor} aún no lo sabe; Pult sigue solo.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} no recibe aviso.</translation>
    </message>
    <message>
        <source>{vendor} is not told: see *To settle*.</source>
        <translation>{vendor} no recibe aviso: vea *Por resolver*.</translation>
    </message>
    <message>
        <source>{vendor} is told when Undo has run out.</source>
        <translation>Se avisa a {vendor} cuando acabe el plazo para deshacer.</translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation>{vendor} lo sabe.</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Show the whole note</source>
        <translation>Mostrar toda la nota</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n slips go to “{printer}”</source>
        <translation>
            <numerusform>%n ticket va a «{printer}»</numerusform>
            <numerusform>%n tickets van a «{printer}»</numerusform>
        </translation>
    </message>
    <message>
        <source>1 has changed meanwhile: look at it.</source>
        <translation>1 ha cambiado entretanto: mírelo.</translation>
    </message>
    <message>
        <source>1 order collected.</source>
        <translation>1 pedido entregado.</translation>
    </message>
    <message>
        <source>1 order is back in Ready.</source>
        <translation>1 pedido está otra vez en Listo.</translation>
    </message>
    <message>
        <source>All orders are kept. Look at what is not confirmed and at the last slip.</source>
        <translation>Todos los pedidos están guardados. Mire lo que está sin confirmar y el último ticket.</translation>
    </message>
    <message>
        <source>Another device is in place of “{device}”.</source>
        <translation>Hay otro equipo en lugar de «{device}».</translation>
    </message>
    <message>
        <source>Bring back is in History.</source>
        <translation>Recuperar está en el Historial.</translation>
    </message>
    <message>
        <source>Change: {amount}.</source>
        <translation>Cambio: {amount}.</translation>
    </message>
    <message>
        <source>Compare the lines, then press Seen.</source>
        <translation>Compare las líneas y pulse Visto.</translation>
    </message>
    <message>
        <source>Customers can still order; new orders are held.</source>
        <translation>Los clientes pueden seguir pidiendo; los pedidos nuevos se retienen.</translation>
    </message>
    <message>
        <source>Customers can still order; new orders are rejected.</source>
        <translation>Los clientes pueden seguir pidiendo; los pedidos nuevos se rechazan.</translation>
    </message>
    <message>
        <source>Did slip {number} come out?</source>
        <translation>¿Salió el ticket {number}?</translation>
    </message>
    <message>
        <source>Did the badge of {name} come out?</source>
        <translation>¿Salió la tarjeta de {name}?</translation>
    </message>
    <message>
        <source>Did the station slip of {number} come out?</source>
        <translation>¿Salió la comanda de {number}?</translation>
    </message>
    <message>
        <source>Do not charge again. Look in {vendor}, then say so here.</source>
        <translation>No cobre de nuevo. Mire en {vendor} e indíquelo aquí.</translation>
    </message>
    <message>
        <source>Do not hand it over. Then press Seen.</source>
        <translation>No lo entregue. Luego pulse Visto.</translation>
    </message>
    <message>
        <source>Do not prepare it. Then press Seen.</source>
        <translation>No lo prepare. Luego pulse Visto.</translation>
    </message>
    <message>
        <source>Here it goes on. Settle it under Not in register.</source>
        <translation>Aquí sigue. Resuélvalo en No está en caja.</translation>
    </message>
    <message>
        <source>Here it is closed. Open it, look, then press Seen.</source>
        <translation>Aquí está cerrado. Ábralo, mírelo y pulse Visto.</translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it. Look at it.</source>
        <translation>Aquí está como lo tiene {vendor}. Mírelo.</translation>
    </message>
    <message>
        <source>Here the order goes on. Set it in {vendor} by hand.</source>
        <translation>Aquí el pedido sigue. Póngalo a mano en {vendor}.</translation>
    </message>
    <message>
        <source>It came from {vendor}.</source>
        <translation>Vino de {vendor}.</translation>
    </message>
    <message>
        <source>It counts from now on, a former one no more.</source>
        <translation>Vale desde ahora; una anterior ya no.</translation>
    </message>
    <message>
        <source>It does not count. Throw it away and print it again.</source>
        <translation>No vale. Tírela e imprímala de nuevo.</translation>
    </message>
    <message>
        <source>It is kept aside. Ask {vendor} whether a customer waits.</source>
        <translation>Está apartado. Pregunte a {vendor} si un cliente espera.</translation>
    </message>
    <message>
        <source>It is not accepted. Do not prepare it yet.</source>
        <translation>No está aceptado. No lo prepare aún.</translation>
    </message>
    <message>
        <source>It is not rejected. The customer waits.</source>
        <translation>No está rechazado. El cliente espera.</translation>
    </message>
    <message>
        <source>It is not sent again by itself. Look there, then open it.</source>
        <translation>No se envía otra vez solo. Mire allí y luego ábralo.</translation>
    </message>
    <message>
        <source>It is too late to undo.</source>
        <translation>Es tarde para deshacer.</translation>
    </message>
    <message>
        <source>It reads nothing. Open Settings, Scanners, its scan doctor.</source>
        <translation>No lee nada. Abra Ajustes, Lectores, su diagnóstico.</translation>
    </message>
    <message>
        <source>It rings at {time}. Open it to take it now.</source>
        <translation>Suena a las {time}. Ábralo para tomarlo ahora.</translation>
    </message>
    <message>
        <source>Keep the money and do not charge again. Pult asks by itself.</source>
        <translation>Guarde el dinero y no cobre de nuevo. Pult pregunta solo.</translation>
    </message>
    <message>
        <source>Keep the money. Open the order to see what to do.</source>
        <translation>Guarde el dinero. Abra el pedido para ver qué hacer.</translation>
    </message>
    <message>
        <source>Make sure that the customer has not paid twice.</source>
        <translation>Asegúrese de que el cliente no haya pagado dos veces.</translation>
    </message>
    <message>
        <source>New order {number}.</source>
        <translation>Pedido nuevo {number}.</translation>
    </message>
    <message>
        <source>New orders ring again.</source>
        <translation>Los pedidos nuevos vuelven a sonar.</translation>
    </message>
    <message>
        <source>New orders with it are marked; the vendors still offer it.</source>
        <translation>Los pedidos nuevos que lo lleven se marcan; las plataformas siguen ofreciéndolo.</translation>
    </message>
    <message>
        <source>No badge for {name}: {why}.</source>
        <translation>Sin tarjeta para {name}: {why}.</translation>
    </message>
    <message>
        <source>No order was collected.</source>
        <translation>No se entregó ningún pedido.</translation>
    </message>
    <message>
        <source>No slip came out. Press Print if it is still wanted.</source>
        <translation>No salió ningún ticket. Pulse Imprimir si aún hace falta.</translation>
    </message>
    <message>
        <source>No slip comes out here by itself; press Print if you need it.</source>
        <translation>Aquí no sale ticket por sí solo; pulse Imprimir si lo necesita.</translation>
    </message>
    <message>
        <source>No slip for {number}: nothing prints slips.</source>
        <translation>Sin ticket para {number}: nada imprime tickets.</translation>
    </message>
    <message>
        <source>No vendor can reach this till.</source>
        <translation>Ninguna plataforma llega a este puesto.</translation>
    </message>
    <message>
        <source>Nobody was told.</source>
        <translation>No se avisó a nadie.</translation>
    </message>
    <message>
        <source>Nothing is open with {vendor} any more.</source>
        <translation>Ya no queda nada abierto con {vendor}.</translation>
    </message>
    <message>
        <source>Nothing is sent twice. Pult asks.</source>
        <translation>Nada se envía dos veces. Pult pregunta.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again.</source>
        <translation>No se cambió nada. Léalo otra vez.</translation>
    </message>
    <message>
        <source>Open orders by a tap. Look at its cable; it is found by itself.</source>
        <translation>Abra los pedidos con un toque. Mire su cable; se encuentra solo.</translation>
    </message>
    <message>
        <source>Orders are kept and Pult goes on. Look at the order again.</source>
        <translation>Los pedidos están guardados y Pult sigue. Mire otra vez el pedido.</translation>
    </message>
    <message>
        <source>Orders are safe, but nothing reaches {vendor}. Open Settings.</source>
        <translation>Los pedidos están a salvo, pero nada llega a {vendor}. Abra Ajustes.</translation>
    </message>
    <message>
        <source>Orders go on.</source>
        <translation>Los pedidos siguen.</translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late.</source>
        <translation>Los pedidos de aquí están a salvo. Los nuevos pueden tardar.</translation>
    </message>
    <message>
        <source>Orders here are safe. New ones may come late: look in {vendor}.</source>
        <translation>Los pedidos de aquí están a salvo. Los nuevos pueden tardar: mire en {vendor}.</translation>
    </message>
    <message>
        <source>Orders here are safe. What you do is sent when it answers.</source>
        <translation>Los pedidos de aquí están a salvo. Lo que haga se envía cuando responda.</translation>
    </message>
    <message>
        <source>Orders on the board are safe, new ones are turned away.</source>
        <translation>Los pedidos del tablero están a salvo, los nuevos no entran.</translation>
    </message>
    <message>
        <source>Prepare it now.</source>
        <translation>Prepárelo ahora.</translation>
    </message>
    <message>
        <source>Press Seen when you have looked.</source>
        <translation>Pulse Visto cuando lo haya mirado.</translation>
    </message>
    <message>
        <source>Printed there and nowhere else.</source>
        <translation>Se imprime allí y en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Pult cannot save.</source>
        <translation>Pult no puede guardar.</translation>
    </message>
    <message>
        <source>Pult saves again.</source>
        <translation>Pult vuelve a guardar.</translation>
    </message>
    <message>
        <source>Pult stopped by itself and was started again.</source>
        <translation>Pult se detuvo solo y se reinició.</translation>
    </message>
    <message>
        <source>Ring it up on the register.</source>
        <translation>Cóbrelo en la caja.</translation>
    </message>
    <message>
        <source>Scan it once. If it did not come out, print it again.</source>
        <translation>Escanéela una vez. Si no salió, imprímala de nuevo.</translation>
    </message>
    <message>
        <source>See to the printer, then print it again.</source>
        <translation>Revise la impresora e imprímala de nuevo.</translation>
    </message>
    <message>
        <source>Show {number}</source>
        <translation>Mostrar {number}</translation>
    </message>
    <message>
        <source>Slip {number} goes to “{printer}”</source>
        <translation>El ticket {number} va a «{printer}»</translation>
    </message>
    <message>
        <source>Slip {number} is printed.</source>
        <translation>El ticket {number} está impreso.</translation>
    </message>
    <message>
        <source>Slip {number} is settled.</source>
        <translation>El ticket {number} está resuelto.</translation>
    </message>
    <message>
        <source>Slip {number} waits and comes by itself. Orders go on.</source>
        <translation>El ticket {number} espera y sale solo. Los pedidos siguen.</translation>
    </message>
    <message>
        <source>Slips that waited come by themselves.</source>
        <translation>Los tickets que esperaban salen solos.</translation>
    </message>
    <message>
        <source>Slips wait and come by themselves. Orders go on.</source>
        <translation>Los tickets esperan y salen solos. Los pedidos siguen.</translation>
    </message>
    <message>
        <source>Something in Pult went wrong.</source>
        <translation>Algo fue mal en Pult.</translation>
    </message>
    <message>
        <source>Stop preparing, then press Seen.</source>
        <translation>Deje de prepararlo y pulse Visto.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Take it another way, or hand over unpaid with a reason.</source>
        <translation>Cobre de otra forma o entregue sin cobrar, con un motivo.</translation>
    </message>
    <message>
        <source>That is no longer possible.</source>
        <translation>Eso ya no es posible.</translation>
    </message>
    <message>
        <source>That no longer holds.</source>
        <translation>Eso ya no vale.</translation>
    </message>
    <message>
        <source>The answer is kept. Look at new orders in {vendor} too.</source>
        <translation>La respuesta está guardada. Mire también los pedidos nuevos en {vendor}.</translation>
    </message>
    <message>
        <source>The badge of {name} is printed.</source>
        <translation>La tarjeta de {name} está impresa.</translation>
    </message>
    <message>
        <source>The badge of {name} was sent to the printer.</source>
        <translation>La tarjeta de {name} se envió a la impresora.</translation>
    </message>
    <message>
        <source>The cover of “{printer}” is open.</source>
        <translation>La tapa de «{printer}» está abierta.</translation>
    </message>
    <message>
        <source>The customer cancelled {number}.</source>
        <translation>El cliente canceló {number}.</translation>
    </message>
    <message>
        <source>The customer cancelled. Do not prepare it.</source>
        <translation>El cliente canceló. No lo prepare.</translation>
    </message>
    <message>
        <source>The customer cancelled. Stop preparing.</source>
        <translation>El cliente canceló. Deje de prepararlo.</translation>
    </message>
    <message>
        <source>The drawer did not open: {why}.</source>
        <translation>El cajón no se abrió: {why}.</translation>
    </message>
    <message>
        <source>The key of {vendor} cannot be read.</source>
        <translation>No se puede leer la clave de {vendor}.</translation>
    </message>
    <message>
        <source>The order goes on. Open Settings, Printers.</source>
        <translation>El pedido sigue. Abra Ajustes, Impresoras.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Look at it again.</source>
        <translation>El pedido cambió entretanto. Mírelo otra vez.</translation>
    </message>
    <message>
        <source>The order was cancelled since.</source>
        <translation>El pedido se canceló entretanto.</translation>
    </message>
    <message>
        <source>The pause of {vendor} is over.</source>
        <translation>La pausa de {vendor} ha terminado.</translation>
    </message>
    <message>
        <source>The payment is noted. Open the drawer with the key.</source>
        <translation>El pago está anotado. Abra el cajón con la llave.</translation>
    </message>
    <message>
        <source>The slip has “?” for them. Read the order here.</source>
        <translation>El ticket lleva «?» en su lugar. Lea el pedido aquí.</translation>
    </message>
    <message>
        <source>The station slip of {number} waits and comes by itself. Orders go on.</source>
        <translation>La comanda de {number} espera y sale sola. Los pedidos siguen.</translation>
    </message>
    <message>
        <source>The vendor is being told.</source>
        <translation>Se está avisando a la plataforma.</translation>
    </message>
    <message>
        <source>The vendor is not told.</source>
        <translation>La plataforma no recibe aviso.</translation>
    </message>
    <message>
        <source>The vendor is told in {seconds} s.</source>
        <translation>Se avisa a la plataforma en {seconds} s.</translation>
    </message>
    <message>
        <source>They have changed meanwhile. Look at them again.</source>
        <translation>Han cambiado entretanto. Mírelos otra vez.</translation>
    </message>
    <message>
        <source>This is settled.</source>
        <translation>Esto está resuelto.</translation>
    </message>
    <message>
        <source>Walk-in order {number} is placed.</source>
        <translation>Pedido de mostrador {number} creado.</translation>
    </message>
    <message>
        <source>What waited is sent now.</source>
        <translation>Lo que esperaba se envía ahora.</translation>
    </message>
    <message>
        <source>You have seen it.</source>
        <translation>Usted lo ha visto.</translation>
    </message>
    <message>
        <source>{amount} taken.</source>
        <translation>{amount} cobrados.</translation>
    </message>
    <message>
        <source>{amount} to be paid.</source>
        <translation>{amount} por cobrar.</translation>
    </message>
    <message>
        <source>{count} could not be: see History.</source>
        <translation>{count} no se pudieron: vea el Historial.</translation>
    </message>
    <message>
        <source>{count} have changed meanwhile: look at them.</source>
        <translation>{count} han cambiado entretanto: mírelos.</translation>
    </message>
    <message>
        <source>{count} orders are back in Ready.</source>
        <translation>{count} pedidos están otra vez en Listo.</translation>
    </message>
    <message>
        <source>{count} orders collected.</source>
        <translation>{count} pedidos entregados.</translation>
    </message>
    <message>
        <source>{name} answers again.</source>
        <translation>{name} vuelve a responder.</translation>
    </message>
    <message>
        <source>{name} is on sale again.</source>
        <translation>{name} está a la venta otra vez.</translation>
    </message>
    <message>
        <source>{name} is sold out today.</source>
        <translation>{name} está agotado hoy.</translation>
    </message>
    <message>
        <source>{name} lets this shop in again.</source>
        <translation>{name} da otra vez acceso a esta tienda.</translation>
    </message>
    <message>
        <source>{name} reaches this till again.</source>
        <translation>{name} vuelve a llegar a este puesto.</translation>
    </message>
    <message>
        <source>{number} accepted.</source>
        <translation>{number} aceptado.</translation>
    </message>
    <message>
        <source>{number} cancelled.</source>
        <translation>{number} cancelado.</translation>
    </message>
    <message>
        <source>{number} collected.</source>
        <translation>{number} entregado.</translation>
    </message>
    <message>
        <source>{number} handed over unpaid.</source>
        <translation>{number} entregado sin cobrar.</translation>
    </message>
    <message>
        <source>{number} is back in Preparing.</source>
        <translation>{number} está otra vez en preparación.</translation>
    </message>
    <message>
        <source>{number} is back where it was.</source>
        <translation>{number} está otra vez donde estaba.</translation>
    </message>
    <message>
        <source>{number} is due at {time}.</source>
        <translation>{number} es para las {time}.</translation>
    </message>
    <message>
        <source>{number} is not in {vendor}.</source>
        <translation>{number} no está en {vendor}.</translation>
    </message>
    <message>
        <source>{number} is wanted as soon as possible now.</source>
        <translation>{number} se quiere ahora cuanto antes.</translation>
    </message>
    <message>
        <source>{number} left.</source>
        <translation>{number} no recogido.</translation>
    </message>
    <message>
        <source>{number} moved.</source>
        <translation>{number} movido.</translation>
    </message>
    <message>
        <source>{number} on the way.</source>
        <translation>{number} en camino.</translation>
    </message>
    <message>
        <source>{number} ready.</source>
        <translation>{number} listo.</translation>
    </message>
    <message>
        <source>{number} rejected by the pause: {reason}.</source>
        <translation>{number} rechazado por la pausa: {reason}.</translation>
    </message>
    <message>
        <source>{number} rejected.</source>
        <translation>{number} rechazado.</translation>
    </message>
    <message>
        <source>{number} seen.</source>
        <translation>{number} visto.</translation>
    </message>
    <message>
        <source>{number} waits: {vendor} is paused.</source>
        <translation>{number} espera: {vendor} está en pausa.</translation>
    </message>
    <message>
        <source>{number} was accepted elsewhere first.</source>
        <translation>{number} se aceptó antes en otro sitio.</translation>
    </message>
    <message>
        <source>{number} was due at {time}, while Pult was off.</source>
        <translation>{number} era para las {time}, con Pult apagado.</translation>
    </message>
    <message>
        <source>{number} was ended elsewhere.</source>
        <translation>{number} se cerró en otro sitio.</translation>
    </message>
    <message>
        <source>{number} was rejected elsewhere.</source>
        <translation>{number} se rechazó en otro sitio.</translation>
    </message>
    <message>
        <source>{number} was set to Collected elsewhere.</source>
        <translation>{number} se puso como entregado en otro sitio.</translation>
    </message>
    <message>
        <source>{number} was set to Left elsewhere.</source>
        <translation>{number} se puso como no recogido en otro sitio.</translation>
    </message>
    <message numerus="yes">
        <source>{number}: %n letters could not be printed by “{printer}”.</source>
        <translation>
            <numerusform>{number}: «{printer}» no pudo imprimir %n letra.</numerusform>
            <numerusform>{number}: «{printer}» no pudo imprimir %n letras.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: money returned.</source>
        <translation>{number}: dinero devuelto.</translation>
    </message>
    <message>
        <source>{number}: no payment was noted.</source>
        <translation>{number}: no se anotó ningún pago.</translation>
    </message>
    <message>
        <source>{number}: payment accepted.</source>
        <translation>{number}: pago aceptado.</translation>
    </message>
    <message>
        <source>{number}: payment failed.</source>
        <translation>{number}: pago fallido.</translation>
    </message>
    <message>
        <source>{number}: payment received.</source>
        <translation>{number}: pago recibido.</translation>
    </message>
    <message>
        <source>{number}: somebody else booked the payment first.</source>
        <translation>{number}: otra persona registró antes el pago.</translation>
    </message>
    <message>
        <source>{number}: that is no longer possible.</source>
        <translation>{number}: eso ya no es posible.</translation>
    </message>
    <message>
        <source>{number}: the loyalty points are settled.</source>
        <translation>{number}: los puntos de fidelidad están resueltos.</translation>
    </message>
    <message>
        <source>{number}: the payment is settled.</source>
        <translation>{number}: el pago está resuelto.</translation>
    </message>
    <message>
        <source>{number}: your {move} is settled.</source>
        <translation>{number}: su {move} está resuelto.</translation>
    </message>
    <message>
        <source>{number}: your {move} may not have reached {vendor}.</source>
        <translation>{number}: puede que su {move} no llegara a {vendor}.</translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed that it has the order.</source>
        <translation>{number}: {vendor} no ha confirmado que tiene el pedido.</translation>
    </message>
    <message>
        <source>{number}: {vendor} has not confirmed the payment.</source>
        <translation>{number}: {vendor} no ha confirmado el pago.</translation>
    </message>
    <message>
        <source>{number}: {vendor} says otherwise.</source>
        <translation>{number}: {vendor} dice otra cosa.</translation>
    </message>
    <message>
        <source>{number}: {vendor} went on before your {move} was sent.</source>
        <translation>{number}: {vendor} siguió antes de que se enviara su {move}.</translation>
    </message>
    <message>
        <source>{vendor} answered in words Pult does not know.</source>
        <translation>{vendor} respondió con palabras que Pult no conoce.</translation>
    </message>
    <message>
        <source>{vendor} cannot reach this till.</source>
        <translation>{vendor} no llega a este puesto.</translation>
    </message>
    <message>
        <source>{vendor} changed {number}.</source>
        <translation>{vendor} cambió {number}.</translation>
    </message>
    <message>
        <source>{vendor} confirmed {move} for {number}.</source>
        <translation>{vendor} confirmó {move} de {number}.</translation>
    </message>
    <message>
        <source>{vendor} did not confirm the amount in time. Take payment again.</source>
        <translation>{vendor} no confirmó el importe a tiempo. Cobre otra vez.</translation>
    </message>
    <message>
        <source>{vendor} does not accept the key.</source>
        <translation>{vendor} no acepta la clave.</translation>
    </message>
    <message>
        <source>{vendor} does not answer.</source>
        <translation>{vendor} no responde.</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in.</source>
        <translation>{vendor} no da acceso a esta tienda.</translation>
    </message>
    <message>
        <source>{vendor} gave no order.</source>
        <translation>{vendor} no dio ningún pedido.</translation>
    </message>
    <message>
        <source>{vendor} goes on.</source>
        <translation>{vendor} continúa.</translation>
    </message>
    <message>
        <source>{vendor} has not confirmed it yet.</source>
        <translation>{vendor} aún no lo ha confirmado.</translation>
    </message>
    <message>
        <source>{vendor} is being told.</source>
        <translation>Se está avisando a {vendor}.</translation>
    </message>
    <message>
        <source>{vendor} is making the order.</source>
        <translation>{vendor} está creando el pedido.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} no recibe aviso.</translation>
    </message>
    <message>
        <source>{vendor} is not told: see To settle.</source>
        <translation>{vendor} no recibe aviso: vea Por resolver.</translation>
    </message>
    <message>
        <source>{vendor} is paused until you resume it.</source>
        <translation>{vendor} está en pausa hasta que usted la reanude.</translation>
    </message>
    <message>
        <source>{vendor} is paused until {time}.</source>
        <translation>{vendor} está en pausa hasta las {time}.</translation>
    </message>
    <message>
        <source>{vendor} is told in {seconds} s.</source>
        <translation>Se avisa a {vendor} en {seconds} s.</translation>
    </message>
    <message>
        <source>{vendor} is told once it lets this shop in.</source>
        <translation>Se avisa a {vendor} cuando dé acceso a esta tienda.</translation>
    </message>
    <message>
        <source>{vendor} is told when it answers again.</source>
        <translation>Se avisa a {vendor} cuando vuelva a responder.</translation>
    </message>
    <message>
        <source>{vendor} knows.</source>
        <translation>{vendor} lo sabe.</translation>
    </message>
    <message>
        <source>{vendor} refused it.</source>
        <translation>{vendor} lo denegó.</translation>
    </message>
    <message>
        <source>{vendor} refused {move} for {number}.</source>
        <translation>{vendor} denegó {move} de {number}.</translation>
    </message>
    <message>
        <source>{vendor} sent an order it does not know itself.</source>
        <translation>{vendor} envió un pedido que no conoce.</translation>
    </message>
    <message>
        <source>{vendor} was not told of it.</source>
        <translation>{vendor} no recibió aviso.</translation>
    </message>
    <message>
        <source>{why}. Put right, it may still print it by itself.</source>
        <translation>{why}. Cuando se arregle, quizá lo imprima sola.</translation>
    </message>
    <message>
        <source>“{device}” read something that is no code.</source>
        <translation>«{device}» leyó algo que no es un código.</translation>
    </message>
    <message>
        <source>“{device}” reads nothing.</source>
        <translation>«{device}» no lee nada.</translation>
    </message>
    <message>
        <source>“{name}” prints again.</source>
        <translation>«{name}» vuelve a imprimir.</translation>
    </message>
    <message>
        <source>“{name}” reads again.</source>
        <translation>«{name}» vuelve a leer.</translation>
    </message>
    <message>
        <source>“{printer}” stopped answering at the end. Look at it.</source>
        <translation>«{printer}» dejó de responder al final. Mírela.</translation>
    </message>
    <message>
        <source>“{printer}” {cause}</source>
        <translation>«{printer}» {cause}</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>A number holds for 24 hours, and only the last one counts. The customer's app makes its own; this is for the basket of the session set here.</source>
        <translation>Un número vale 24 horas y solo cuenta el último. La app del cliente crea el suyo; este es para la cesta de la sesión puesta aquí.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Get an order number</source>
        <translation>Pedir un número</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No recogido</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>No slip: accepted elsewhere</source>
        <translation>Sin ticket: aceptado en otro sitio</translation>
    </message>
    <message>
        <source>No slip: it was given up</source>
        <translation>Sin ticket: se renunció a él</translation>
    </message>
    <message>
        <source>No slip: no printer</source>
        <translation>Sin ticket: no hay impresora</translation>
    </message>
    <message>
        <source>No station slip on “{printer}”: it was given up</source>
        <translation>Sin comanda en «{printer}»: se renunció a ella</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Slip came out of “{printer}”</source>
        <translation>El ticket salió de «{printer}»</translation>
    </message>
    <message>
        <source>Slip goes to “{printer}”</source>
        <translation>El ticket va a «{printer}»</translation>
    </message>
    <message>
        <source>Slip is being printed on “{printer}”</source>
        <translation>El ticket se imprime en «{printer}»</translation>
    </message>
    <message>
        <source>Slip not confirmed by “{printer}”</source>
        <translation>Ticket sin confirmar por «{printer}»</translation>
    </message>
    <message>
        <source>Slip printed {time} on “{printer}”</source>
        <translation>Ticket impreso a las {time} en «{printer}»</translation>
    </message>
    <message>
        <source>Slip sent to “{printer}”, which cannot confirm it</source>
        <translation>Ticket enviado a «{printer}», que no puede confirmarlo</translation>
    </message>
    <message>
        <source>Slip sent {time} to “{printer}”, which cannot confirm it</source>
        <translation>Ticket enviado a las {time} a «{printer}», que no puede confirmarlo</translation>
    </message>
    <message>
        <source>Slip waits: “{printer}” {cause}</source>
        <translation>El ticket espera: «{printer}» {cause}</translation>
    </message>
    <message>
        <source>Station slip came out of “{printer}”</source>
        <translation>La comanda salió de «{printer}»</translation>
    </message>
    <message>
        <source>Station slip goes to “{printer}”</source>
        <translation>La comanda va a «{printer}»</translation>
    </message>
    <message>
        <source>Station slip is being printed on “{printer}”</source>
        <translation>La comanda se imprime en «{printer}»</translation>
    </message>
    <message>
        <source>Station slip not confirmed by “{printer}”</source>
        <translation>Comanda sin confirmar por «{printer}»</translation>
    </message>
    <message>
        <source>Station slip printed {time} on “{printer}”</source>
        <translation>Comanda impresa a las {time} en «{printer}»</translation>
    </message>
    <message>
        <source>Station slip sent to “{printer}”, which cannot confirm it</source>
        <translation>Comanda enviada a «{printer}», que no puede confirmarla</translation>
    </message>
    <message>
        <source>Station slip waits: “{printer}” {cause}</source>
        <translation>La comanda espera: «{printer}» {cause}</translation>
    </message>
    <message>
        <source>app order {time}</source>
        <translation>pedido por app {time}</translation>
    </message>
    <message>
        <source>cannot cut</source>
        <translation>no puede cortar</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>has little paper</source>
        <translation>tiene poco papel</translation>
    </message>
    <message>
        <source>has no paper</source>
        <translation>no tiene papel</translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation>aún no ha respondido</translation>
    </message>
    <message>
        <source>is another device now</source>
        <translation>ahora es otro equipo</translation>
    </message>
    <message>
        <source>is not reachable</source>
        <translation>no es accesible</translation>
    </message>
    <message>
        <source>is offline</source>
        <translation>está sin conexión</translation>
    </message>
    <message>
        <source>is open</source>
        <translation>está abierta</translation>
    </message>
    <message>
        <source>is ready again</source>
        <translation>vuelve a estar lista</translation>
    </message>
    <message>
        <source>kiosk order {time}</source>
        <translation>pedido de quiosco {time}</translation>
    </message>
    <message>
        <source>ordered {time}</source>
        <translation>pedido a las {time}</translation>
    </message>
    <message>
        <source>ordered {time} by {channel}</source>
        <translation>pedido a las {time} por {channel}</translation>
    </message>
    <message>
        <source>web order {time}</source>
        <translation>pedido web {time}</translation>
    </message>
    <message>
        <source>{number} more than once at {vendor}</source>
        <translation>{number} más de una vez en {vendor}</translation>
    </message>
    <message>
        <source>{number} more than once: {vendors}</source>
        <translation>{number} más de una vez: {vendors}</translation>
    </message>
    <message>
        <source>{number} twice: {vendors}</source>
        <translation>{number} dos veces: {vendors}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} y {last}</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>Erase this customer's data</source>
        <translation>Borrar los datos del cliente</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Tarjeta de fidelidad</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>Ningún pedido elegido</translation>
    </message>
    <message>
        <source>Open on the board</source>
        <translation>Abrir en el tablero</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Pedido {number}</translation>
    </message>
    <message>
        <source>Tap a line to see what happened.</source>
        <translation>Toque una línea para ver qué pasó.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
</context>
<context>
    <name>OrderDialogs</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Erase data</source>
        <translation>Borrar datos</translation>
    </message>
    <message>
        <source>Erase the customer's data of {number}?</source>
        <translation>¿Borrar los datos del cliente de {number}?</translation>
    </message>
    <message>
        <source>Name, phone, address, card and what was written go for good. Amounts and times stay. What a vendor knows of the customer stays there.</source>
        <translation>El nombre, el teléfono, la dirección, la tarjeta y lo escrito se borran para siempre. Los importes y las horas se quedan. Lo que una plataforma sabe del cliente sigue allí.</translation>
    </message>
</context>
<context>
    <name>OrderNumber</name>
    <message>
        <source>42, A-42, or the vendor's id</source>
        <translation>42, A-42 o el id</translation>
    </message>
    <message>
        <source>Ask {vendor} for this id</source>
        <translation>Preguntar este id. a {vendor}</translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation>Preguntando a {vendor}…</translation>
    </message>
    <message>
        <source>No order on the board has this number.</source>
        <translation>Ningún pedido del tablero tiene este número.</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>Número o id.</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Número de pedido</translation>
    </message>
    <message>
        <source>Type a number, or the figures of one.</source>
        <translation>Escriba un número o sus cifras.</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>No order open</source>
        <translation>Ningún pedido abierto</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Pedido {number}</translation>
    </message>
    <message>
        <source>Tap a card or scan a slip.</source>
        <translation>Toque una tarjeta o lea un ticket.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message numerus="yes">
        <source>%n new orders</source>
        <translation>
            <numerusform>%n pedido nuevo</numerusform>
            <numerusform>%n pedidos nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Delivery {time}</source>
        <translation>Entrega {time}</translation>
    </message>
    <message>
        <source>Home delivery</source>
        <translation>Entrega a domicilio</translation>
    </message>
    <message>
        <source>On the way since {time}</source>
        <translation>En camino desde las {time}</translation>
    </message>
    <message>
        <source>Pick-up {time}</source>
        <translation>Recogida {time}</translation>
    </message>
    <message>
        <source>Take-away</source>
        <translation>Para llevar</translation>
    </message>
</context>
<context>
    <name>PanelFoot</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>15 min earlier</source>
        <translation>15 min antes</translation>
    </message>
    <message>
        <source>15 min later</source>
        <translation>15 min después</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Customers can still order.</source>
        <translation>Los clientes pueden seguir pidiendo.</translation>
    </message>
    <message>
        <source>Customers can still order; Pult cannot close the shop at {vendor}.</source>
        <translation>Los clientes pueden seguir pidiendo; Pult no puede cerrar la tienda en {vendor}.</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>¿Cuánto tiempo?</translation>
    </message>
    <message>
        <source>Hold them, 10 min at most</source>
        <translation>Retenerlos, 10 min como mucho</translation>
    </message>
    <message>
        <source>Kitchen full</source>
        <translation>Cocina llena</translation>
    </message>
    <message>
        <source>New orders are held, 10 min at most.</source>
        <translation>Los pedidos nuevos se retienen, 10 min como mucho.</translation>
    </message>
    <message>
        <source>New orders are rejected, and the customer reads why.</source>
        <translation>Los pedidos nuevos se rechazan y el cliente lee por qué.</translation>
    </message>
    <message>
        <source>New orders meanwhile</source>
        <translation>Pedidos nuevos entretanto</translation>
    </message>
    <message>
        <source>New orders ring.</source>
        <translation>Los pedidos nuevos suenan.</translation>
    </message>
    <message>
        <source>No vendor sends orders to this till.</source>
        <translation>Ninguna plataforma envía pedidos a este puesto.</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Palabras propias</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause and sold out</source>
        <translation>Pausa y agotado</translation>
    </message>
    <message>
        <source>Pause {vendor}</source>
        <translation>Pausar {vendor}</translation>
    </message>
    <message>
        <source>Paused since</source>
        <translation>En pausa desde</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pausa…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason: {reason}. {orders}</source>
        <translation>Motivo: {reason}. {orders}</translation>
    </message>
    <message>
        <source>Reject new orders</source>
        <translation>Rechazarlos</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>Reanudar ahora</translation>
    </message>
    <message>
        <source>Resume {vendor}</source>
        <translation>Reanudar {vendor}</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Agotado hoy</translation>
    </message>
    <message>
        <source>Sorry, our kitchen is full and cannot take more orders right now.</source>
        <translation>Lo sentimos, nuestra cocina está llena y no podemos tomar más pedidos ahora.</translation>
    </message>
    <message>
        <source>Sorry, we are too few today to take more orders right now.</source>
        <translation>Lo sentimos, hoy somos pocos y no podemos tomar más pedidos ahora.</translation>
    </message>
    <message>
        <source>Sorry, we cannot take orders right now for technical reasons.</source>
        <translation>Lo sentimos, por motivos técnicos no podemos tomar pedidos ahora.</translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation>Lo sentimos, cerramos pronto y ya no podemos preparar su pedido.</translation>
    </message>
    <message>
        <source>Technical trouble</source>
        <translation>Problema técnico</translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation>El cliente lee (necesario)</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>El motivo con sus palabras</translation>
    </message>
    <message>
        <source>There is nobody to pause</source>
        <translation>No hay a quién pausar</translation>
    </message>
    <message>
        <source>Too few staff</source>
        <translation>Poco personal</translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation>Hasta reanudar</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>Hasta…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>While a vendor is paused customers can still order: Pult cannot close its shop.</source>
        <translation>En pausa los clientes pueden seguir pidiendo: Pult no puede cerrar la tienda de la plataforma.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>cierre</translation>
    </message>
    <message>
        <source>kitchen full</source>
        <translation>cocina llena</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>paused {count} h</source>
        <translation>en pausa {count} h</translation>
    </message>
    <message>
        <source>paused {count} min</source>
        <translation>en pausa {count} min</translation>
    </message>
    <message>
        <source>technical trouble</source>
        <translation>problema técnico</translation>
    </message>
    <message>
        <source>too few staff</source>
        <translation>poco personal</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{vendor} is paused until you resume it</source>
        <translation>{vendor} está en pausa hasta que usted la reanude</translation>
    </message>
    <message>
        <source>{vendor} is paused until {time}, {count} min left</source>
        <translation>{vendor} en pausa hasta las {time}, {count} min</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>*{vendor} names no amount for this counter.* The order comes to {total}.</source>
        <translation>*{vendor} no da importe para este mostrador.* El pedido suma {total}.</translation>
    </message>
    <message>
        <source>*{vendor} says “{word}”, which Pult does not know.* It names {due}; the order comes to {total}.</source>
        <translation>*{vendor} dice «{word}», que Pult no conoce.* Indica {due}; el pedido suma {total}.</translation>
    </message>
    <message>
        <source>Amount to pay</source>
        <translation>Importe a cobrar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Card declined: has the customer another one, or cash?</source>
        <translation>Tarjeta denegada: ¿tiene otra o efectivo?</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Efectivo entregado</translation>
    </message>
    <message>
        <source>Declined? Choose another way at the left.</source>
        <translation>¿Denegada? Elija otra forma a la izquierda.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>Has the customer another way to pay?</source>
        <translation>¿Puede el cliente pagar de otra forma?</translation>
    </message>
    <message>
        <source>How much is to be paid here?</source>
        <translation>¿Cuánto hay que cobrar aquí?</translation>
    </message>
    <message>
        <source>It is not in {register} yet: settle it under “Not in register”.</source>
        <translation>Aún no está en {register}: resuélvalo en «No está en caja».</translation>
    </message>
    <message>
        <source>Key *{amount}* into the card terminal.</source>
        <translation>Teclee *{amount}* en el datáfono.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Named {amount}</source>
        <translation>Indicado {amount}</translation>
    </message>
    <message>
        <source>Not accepted? Choose another way at the left.</source>
        <translation>¿No la acepta? Elija otra forma a la izquierda.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. It cannot be undone.</source>
        <translation>Aún no se ha enviado nada. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Only a part this way</source>
        <translation>Solo una parte así</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Part paid this way</source>
        <translation>Parte pagada así</translation>
    </message>
    <message>
        <source>Payment for {number}</source>
        <translation>Pago de {number}</translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. Nobody is told; the order stays, and cannot be handed over without a reason.</source>
        <translation>Pulse *Pago fallido* solo si el cliente no paga. No se avisa a nadie; el pedido queda y no se entrega sin un motivo.</translation>
    </message>
    <message>
        <source>Press *Payment failed* only when the customer does not pay at all. {vendor} is told; the order stays, and cannot be handed over without a reason.</source>
        <translation>Pulse *Pago fallido* solo si el cliente no paga. Se avisa a {vendor}; el pedido queda y no se entrega sin un motivo.</translation>
    </message>
    <message>
        <source>Press *Try another way* to take {amount} by card, in cash or otherwise.</source>
        <translation>Pulse *Otra forma* para cobrar {amount} con tarjeta, en efectivo o de otro modo.</translation>
    </message>
    <message>
        <source>Press “Payment received” last: {vendor} is told then, and for good.</source>
        <translation>Pulse «Pago recibido» al final: entonces se avisa a {vendor}, para siempre.</translation>
    </message>
    <message>
        <source>Ring it up on the register too.</source>
        <translation>Cóbrelo también en la caja.</translation>
    </message>
    <message>
        <source>Still to pay, of {amount}</source>
        <translation>Falta por cobrar, de {amount}</translation>
    </message>
    <message>
        <source>Take *{amount}* with voucher, meal card or on account.</source>
        <translation>Cobre *{amount}* con vale, tarjeta de comida o a cuenta.</translation>
    </message>
    <message>
        <source>Take no money.</source>
        <translation>No cobre dinero.</translation>
    </message>
    <message>
        <source>Take this amount</source>
        <translation>Cobrar este importe</translation>
    </message>
    <message>
        <source>The amount has changed. Tell the customer the new one.</source>
        <translation>El importe ha cambiado. Dígale el nuevo al cliente.</translation>
    </message>
    <message>
        <source>The customer cancelled meanwhile. Take no money.</source>
        <translation>El cliente canceló entretanto. No cobre dinero.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Take no money now.</source>
        <translation>El pedido cambió entretanto. No cobre ahora.</translation>
    </message>
    <message>
        <source>The register gets the order from Pult.</source>
        <translation>La caja recibe el pedido de Pult.</translation>
    </message>
    <message>
        <source>Then choose how it is paid.</source>
        <translation>Luego elija cómo se paga.</translation>
    </message>
    <message>
        <source>This is settled already. Take no money.</source>
        <translation>Esto ya está resuelto. No cobre dinero.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>A cobrar</translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation>Total {amount}</translation>
    </message>
    <message>
        <source>Try another way</source>
        <translation>Otra forma</translation>
    </message>
    <message>
        <source>Use the {amount} of {number}</source>
        <translation>Usar los {amount} de {number}</translation>
    </message>
    <message>
        <source>When the terminal says it is approved, press *Payment received*.</source>
        <translation>Cuando el datáfono lo apruebe, pulse *Pago recibido*.</translation>
    </message>
    <message>
        <source>When you have it, press *Payment received*.</source>
        <translation>Cuando lo tenga, pulse *Pago recibido*.</translation>
    </message>
    <message>
        <source>{amount} taken</source>
        <translation>{amount} cobrados</translation>
    </message>
    <message>
        <source>{caption} {exact}, in cash</source>
        <translation>{caption} {exact}, en efectivo</translation>
    </message>
    <message>
        <source>{vendor} is asked whether the amount still holds. Wait.</source>
        <translation>Se pregunta a {vendor} si el importe sigue igual. Espere.</translation>
    </message>
    <message>
        <source>{vendor} is not told of it.</source>
        <translation>{vendor} no recibe aviso de ello.</translation>
    </message>
    <message>
        <source>{vendor} is told only then.</source>
        <translation>Solo entonces se avisa a {vendor}.</translation>
    </message>
    <message>
        <source>“Payment received” cannot be undone.</source>
        <translation>«Pago recibido» no se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Escriba parte del nombre</translation>
    </message>
    <message>
        <source>{count} more: type a part of the name.</source>
        <translation>{count} más: escriba parte del nombre.</translation>
    </message>
</context>
<context>
    <name>PictureBox</name>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Aún no hay imagen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Nitidez</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>The camera has sent no picture yet.</source>
        <translation>La cámara aún no ha enviado imagen.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Lo que ve la cámara</translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>Loyalty card</source>
        <translation>Tarjeta de fidelidad</translation>
    </message>
    <message>
        <source>Loyalty points booked</source>
        <translation>Puntos de fidelidad abonados</translation>
    </message>
    <message>
        <source>Loyalty points no longer sent</source>
        <translation>Los puntos ya no se envían</translation>
    </message>
    <message>
        <source>Loyalty points not booked</source>
        <translation>Puntos de fidelidad sin abonar</translation>
    </message>
    <message>
        <source>Loyalty points not confirmed</source>
        <translation>Puntos de fidelidad sin confirmar</translation>
    </message>
    <message>
        <source>Loyalty points not taken back</source>
        <translation>Puntos de fidelidad sin retirar</translation>
    </message>
    <message>
        <source>Loyalty points stay as they are</source>
        <translation>Los puntos de fidelidad se quedan</translation>
    </message>
    <message>
        <source>Loyalty points taken back</source>
        <translation>Puntos de fidelidad retirados</translation>
    </message>
    <message>
        <source>Loyalty points: taking back not confirmed</source>
        <translation>Puntos de fidelidad: retirada sin confirmar</translation>
    </message>
    <message>
        <source>Points for {number} are not booked: the card is cancelled.</source>
        <translation>Los puntos de {number} no se abonaron: la tarjeta está anulada.</translation>
    </message>
    <message>
        <source>Points for {number} are not confirmed by {vendor}.</source>
        <translation>{vendor} no ha confirmado los puntos de {number}.</translation>
    </message>
    <message>
        <source>Points for {number} are not taken back: {vendor} refused.</source>
        <translation>Los puntos de {number} no se retiraron: {vendor} lo denegó.</translation>
    </message>
    <message>
        <source>Points for {number}: {vendor} may have booked them already.</source>
        <translation>Puntos de {number}: {vendor} quizá ya los abonó.</translation>
    </message>
    <message>
        <source>Points go to {vendor} by themselves.</source>
        <translation>Los puntos van solos a {vendor}.</translation>
    </message>
    <message>
        <source>Points not booked</source>
        <translation>Puntos sin abonar</translation>
    </message>
    <message>
        <source>Points not confirmed</source>
        <translation>Puntos sin confirmar</translation>
    </message>
    <message>
        <source>Points not taken back</source>
        <translation>Puntos sin retirar</translation>
    </message>
    <message>
        <source>The money is returned. Try again from the order.</source>
        <translation>El dinero está devuelto. Inténtelo de nuevo desde el pedido.</translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation>Los puntos de esta venta fueron a otra tarjeta.</translation>
    </message>
    <message>
        <source>The sale stands. Ask for another card, or leave it.</source>
        <translation>La venta vale. Pida otra tarjeta o déjelo así.</translation>
    </message>
    <message>
        <source>The sale stands. Nothing is sent twice.</source>
        <translation>La venta vale. Nada se envía dos veces.</translation>
    </message>
    <message>
        <source>The sale stands. Try again from the order.</source>
        <translation>La venta vale. Inténtelo de nuevo desde el pedido.</translation>
    </message>
    <message>
        <source>This does not look like a loyalty card.</source>
        <translation>Esto no parece una tarjeta de fidelidad.</translation>
    </message>
    <message>
        <source>This order earns no points.</source>
        <translation>Este pedido no da puntos.</translation>
    </message>
    <message>
        <source>no points for this order</source>
        <translation>sin puntos para este pedido</translation>
    </message>
    <message>
        <source>points booked</source>
        <translation>puntos abonados</translation>
    </message>
    <message>
        <source>points not booked</source>
        <translation>puntos sin abonar</translation>
    </message>
    <message>
        <source>points not booked yet</source>
        <translation>puntos aún sin abonar</translation>
    </message>
    <message>
        <source>points not confirmed</source>
        <translation>puntos sin confirmar</translation>
    </message>
    <message>
        <source>points not taken back</source>
        <translation>puntos sin retirar</translation>
    </message>
    <message>
        <source>points once it is paid</source>
        <translation>puntos cuando se pague</translation>
    </message>
    <message>
        <source>points perhaps booked</source>
        <translation>puntos quizá abonados</translation>
    </message>
    <message>
        <source>points taken back</source>
        <translation>puntos retirados</translation>
    </message>
    <message>
        <source>{number}: loyalty card noted.</source>
        <translation>{number}: tarjeta de fidelidad anotada.</translation>
    </message>
    <message>
        <source>{number}: loyalty card removed.</source>
        <translation>{number}: tarjeta de fidelidad quitada.</translation>
    </message>
    <message>
        <source>{number}: no loyalty card noted.</source>
        <translation>{number}: sin tarjeta de fidelidad.</translation>
    </message>
    <message>
        <source>{programme} did not confirm them. The sale stands.</source>
        <translation>{programme} no los confirmó. La venta vale.</translation>
    </message>
    <message>
        <source>{programme} did not take them: look at its lamp. The sale stands.</source>
        <translation>{programme} no los tomó: mire su piloto. La venta vale.</translation>
    </message>
    <message>
        <source>{programme} may have booked them before it refused. The sale stands.</source>
        <translation>{programme} quizá los abonó antes de denegarlos. La venta vale.</translation>
    </message>
    <message>
        <source>{programme} may not know that money was returned.</source>
        <translation>{programme} quizá no sepa que se devolvió el dinero.</translation>
    </message>
    <message>
        <source>{programme} refused the card: it is cancelled. The sale stands.</source>
        <translation>{programme} denegó la tarjeta: está anulada. La venta vale.</translation>
    </message>
    <message>
        <source>{vendor} is not told.</source>
        <translation>{vendor} no recibe aviso.</translation>
    </message>
</context>
<context>
    <name>PointsRow</name>
    <message>
        <source>Another card</source>
        <translation>Otra tarjeta</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Remove card</source>
        <translation>Quitar tarjeta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>One order named PRACTICE goes the whole way: it rings, is accepted, its slip comes out, it is handed over. No vendor hears of it, and it counts nowhere.</source>
        <translation>Un pedido llamado PRÁCTICA recorre todo el camino: suena, se acepta, sale su ticket y se entrega. No se avisa a ninguna plataforma y no cuenta en ningún sitio.</translation>
    </message>
    <message>
        <source>Practice order</source>
        <translation>Pedido de práctica</translation>
    </message>
    <message>
        <source>Restart first: until then a practice order would run with the former settings. Afterwards you find it under Settings, Till.</source>
        <translation>Primero reinicie: hasta entonces un pedido de práctica iría con los ajustes anteriores. Después lo encuentra en Ajustes, Puesto.</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>A test slip is on its way. Look whether it comes out.</source>
        <translation>Sale un ticket de prueba. Mire si aparece.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Change width</source>
        <translation>Cambiar ancho</translation>
    </message>
    <message>
        <source>Choose lines</source>
        <translation>Elegir líneas</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Kept; slips are as wide from now on.</source>
        <translation>Guardado; los tickets tienen este ancho desde ahora.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Ancho de línea</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Verlos</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno aún</translation>
    </message>
    <message>
        <source>Nothing was changed: {why}</source>
        <translation>No se cambió nada: {why}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Imprimiendo…</translation>
    </message>
    <message>
        <source>Proof sheet</source>
        <translation>Hoja de prueba</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Ticket de prueba</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
</context>
<context>
    <name>PrinterSection</name>
    <message>
        <source>No printer set up</source>
        <translation>Ninguna impresora configurada</translation>
    </message>
    <message>
        <source>Orders work without one: read the number from the screen.</source>
        <translation>Los pedidos funcionan sin ella: lea el número en la pantalla.</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letra</numerusform>
            <numerusform>%n letras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips wait</source>
        <translation>
            <numerusform>%n ticket espera</numerusform>
            <numerusform>%n tickets esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>A to Z only</source>
        <translation>Solo A a Z</translation>
    </message>
    <message>
        <source>Already set up here: “{name}”</source>
        <translation>Ya configurada aquí: «{name}»</translation>
    </message>
    <message>
        <source>As its model says</source>
        <translation>Según su modelo</translation>
    </message>
    <message>
        <source>Choose the largest number that ends its own line.</source>
        <translation>Elija el número mayor que acaba su propia línea.</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Archivo de dispositivo</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Alemán</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Húngaro</translation>
    </message>
    <message>
        <source>It is out. Look at it.</source>
        <translation>Ha salido. Mírela.</translation>
    </message>
    <message>
        <source>It was sent. This printer cannot say more: look at it.</source>
        <translation>Se envió. Esta impresora no puede decir más: mírela.</translation>
    </message>
    <message>
        <source>Lines with other letters are printed as pictures.</source>
        <translation>Las líneas con otras letras se imprimen como imágenes.</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Buscando impresoras…</translation>
    </message>
    <message>
        <source>Looking through USB…</source>
        <translation>Buscando en USB…</translation>
    </message>
    <message>
        <source>Looking through the network; this takes a few seconds…</source>
        <translation>Buscando en la red; tarda unos segundos…</translation>
    </message>
    <message>
        <source>Looking through this PC's print queues…</source>
        <translation>Buscando en las colas de impresión de este PC…</translation>
    </message>
    <message>
        <source>Looking through this PC's printer ports…</source>
        <translation>Buscando en los puertos de impresora de este PC…</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Red, ePOS</translation>
    </message>
    <message>
        <source>Not proven: print the proof sheet once.</source>
        <translation>Sin comprobar: imprima una vez la hoja de prueba.</translation>
    </message>
    <message>
        <source>Nothing was printed: “{printer}” {cause}.</source>
        <translation>No se imprimió nada: «{printer}» {cause}.</translation>
    </message>
    <message>
        <source>Proven in part</source>
        <translation>Comprobado en parte</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Puerto serie</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Simulado, en esta pantalla</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Cola del sistema</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>does not print</source>
        <translation>no imprime</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>{kind} · {title}</source>
        <translation>{kind} · {title}</translation>
    </message>
    <message>
        <source>{letters} proven</source>
        <translation>{letters} comprobado</translation>
    </message>
    <message>
        <source>“{printer}” stopped answering. Look whether it came out.</source>
        <translation>«{printer}» dejó de responder. Mire si salió.</translation>
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
        <translation>Las llamadas se aceptan una vez guardado y reiniciado Pult; pruebe entonces otra vez.</translation>
    </message>
    <message>
        <source>Compare the address and the ids letter by letter with what you were given.</source>
        <translation>Compare la dirección y los identificadores letra por letra con lo que recibió.</translation>
    </message>
    <message>
        <source>Compare the address letter by letter with the one {vendor} gave you.</source>
        <translation>Compare la dirección letra por letra con la que le dio {vendor}.</translation>
    </message>
    <message>
        <source>Compare the key and any ids with what {vendor} gave you: one may be another shop's.</source>
        <translation>Compare la clave y los identificadores con lo que le dio {vendor}: alguno puede ser de otra tienda.</translation>
    </message>
    <message>
        <source>Copy it from {vendor} once more, whole and without blanks.</source>
        <translation>Cópiela otra vez de {vendor}, entera y sin espacios.</translation>
    </message>
    <message>
        <source>It is at work once Pult is started again.</source>
        <translation>Funciona una vez reiniciado Pult.</translation>
    </message>
    <message>
        <source>It was reached. Test again in some minutes.</source>
        <translation>Se llegó hasta allí. Pruebe de nuevo en unos minutos.</translation>
    </message>
    <message>
        <source>Look at the address from outside and at the tunnel: it must pass calls on to Pult.</source>
        <translation>Revise la dirección desde fuera y el túnel: debe pasar las llamadas a Pult.</translation>
    </message>
    <message>
        <source>Look for a mistyped letter in the address, then whether the internet works here.</source>
        <translation>Busque una errata en la dirección y luego mire si aquí funciona internet.</translation>
    </message>
    <message>
        <source>Look whether the internet works on this computer, then test again.</source>
        <translation>Mire si internet funciona en este equipo y pruebe de nuevo.</translation>
    </message>
    <message>
        <source>New orders come by its calls alone: enter the address from outside below.</source>
        <translation>Los pedidos nuevos solo llegan con sus llamadas: escriba abajo la dirección desde fuera.</translation>
    </message>
    <message>
        <source>Nobody answers at this address</source>
        <translation>En esta dirección no responde nadie</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at this computer's date and time, then at the address.</source>
        <translation>No se envió nada. Mire la fecha y la hora de este equipo, y luego la dirección.</translation>
    </message>
    <message>
        <source>Save, then press Restart now; it is at work from then on.</source>
        <translation>Guarde y pulse Reiniciar ahora; desde entonces funciona.</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>En esta dirección responde otra cosa</translation>
    </message>
    <message>
        <source>Something is missing or wrong below; it is marked there.</source>
        <translation>Abajo falta algo o no es correcto; allí está marcado.</translation>
    </message>
    <message>
        <source>Switch “In use” on, then save.</source>
        <translation>Active «En uso» y guarde.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted</source>
        <translation>El certificado de esta dirección no es de confianza</translation>
    </message>
    <message>
        <source>The key of {vendor} cannot be read</source>
        <translation>No se puede leer la clave de {vendor}</translation>
    </message>
    <message>
        <source>There is no https at this address</source>
        <translation>En esta dirección no hay https</translation>
    </message>
    <message>
        <source>There is no server of this name</source>
        <translation>No hay ningún servidor con este nombre</translation>
    </message>
    <message>
        <source>Unlock this computer's keyring and test again, or enter the key once more.</source>
        <translation>Abra el llavero de este ordenador y pruebe otra vez, o introduzca de nuevo la clave.</translation>
    </message>
    <message>
        <source>Whether the key is right shows with the first card.</source>
        <translation>Con la primera tarjeta se verá si la clave es correcta.</translation>
    </message>
    <message>
        <source>{vendor} answers and lets this shop in</source>
        <translation>{vendor} responde y da acceso a esta tienda</translation>
    </message>
    <message>
        <source>{vendor} answers, but cannot call this till</source>
        <translation>{vendor} responde, pero no puede llamar a este puesto</translation>
    </message>
    <message>
        <source>{vendor} answers; its calls are not tested</source>
        <translation>{vendor} responde; sus llamadas no están probadas</translation>
    </message>
    <message>
        <source>{vendor} answers; the key is not tested</source>
        <translation>{vendor} responde; la clave no está probada</translation>
    </message>
    <message>
        <source>{vendor} did not answer in time</source>
        <translation>{vendor} no respondió a tiempo</translation>
    </message>
    <message>
        <source>{vendor} does not accept the key or password</source>
        <translation>{vendor} no acepta la clave o la contraseña</translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation>{vendor} no responde</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in</source>
        <translation>{vendor} no da acceso a esta tienda</translation>
    </message>
    <message>
        <source>{vendor} has trouble of its own</source>
        <translation>{vendor} tiene problemas propios</translation>
    </message>
    <message>
        <source>{vendor} is not found at this address</source>
        <translation>No se encuentra {vendor} en esta dirección</translation>
    </message>
    <message>
        <source>{vendor} was not asked</source>
        <translation>No se preguntó a {vendor}</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Orders the vendor does not know</source>
        <translation>Pedidos que la plataforma no conoce</translation>
    </message>
    <message>
        <source>The vendor told this till of these orders and then did not know them. Nothing is lost here. Ask at the vendor whether a customer waits, or try again.</source>
        <translation>La plataforma avisó de estos pedidos y luego no los conocía. Aquí no se pierde nada. Pregunte allí si un cliente espera o reintente.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>{vendor} · came {time}, {tries}</source>
        <translation>{vendor} · llegó {time}, {tries}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Cannot deliver there</source>
        <translation>No se puede entregar allí</translation>
    </message>
    <message>
        <source>Give {amount} back by hand.</source>
        <translation>Devuelva {amount} a mano.</translation>
    </message>
    <message>
        <source>Goods brought back</source>
        <translation>Mercancía devuelta</translation>
    </message>
    <message>
        <source>Nothing was paid here.</source>
        <translation>Aquí no se pagó nada.</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>No se pagó nada.</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Pedido cancelado</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>Pedido dos veces</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Our mistake, on the house</source>
        <translation>Error nuestro, invita la casa</translation>
    </message>
    <message>
        <source>Paid another way</source>
        <translation>Pagado de otra forma</translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation>Pagó de más</translation>
    </message>
    <message>
        <source>Pays later</source>
        <translation>Paga después</translation>
    </message>
    <message>
        <source>Reason, kept here only</source>
        <translation>Motivo, solo se guarda aquí</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Agotado</translation>
    </message>
    <message>
        <source>Sorry, we are too busy to take your order right now.</source>
        <translation>Lo sentimos, ahora hay demasiados pedidos y no podemos atender el suyo.</translation>
    </message>
    <message>
        <source>Sorry, we cannot deliver to this address.</source>
        <translation>Lo sentimos, no podemos entregar en esa dirección.</translation>
    </message>
    <message>
        <source>Sorry, we close soon and cannot make your order any more.</source>
        <translation>Lo sentimos, cerramos pronto y ya no podemos preparar su pedido.</translation>
    </message>
    <message>
        <source>Sorry, what you ordered is sold out today.</source>
        <translation>Lo sentimos, lo que pidió está agotado hoy.</translation>
    </message>
    <message>
        <source>Sorry, {names} are sold out today.</source>
        <translation>Lo sentimos, hoy están agotados: {names}.</translation>
    </message>
    <message>
        <source>Sorry, {name} is sold out today.</source>
        <translation>Lo sentimos, hoy está agotado: {name}.</translation>
    </message>
    <message>
        <source>Staff or guest of the house</source>
        <translation>Personal o invitado de la casa</translation>
    </message>
    <message>
        <source>Terminal does not work</source>
        <translation>El datáfono no funciona</translation>
    </message>
    <message>
        <source>The customer reads</source>
        <translation>El cliente lee</translation>
    </message>
    <message>
        <source>The customer reads (needed)</source>
        <translation>El cliente lee (necesario)</translation>
    </message>
    <message>
        <source>Too busy right now</source>
        <translation>Demasiado trabajo ahora</translation>
    </message>
    <message>
        <source>We close soon</source>
        <translation>Cerramos pronto</translation>
    </message>
    <message>
        <source>Wrong or missing</source>
        <translation>Mal o falta</translation>
    </message>
    <message>
        <source>You seem to have ordered twice, so we make one of them.</source>
        <translation>Parece que pidió dos veces; preparamos uno.</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
    </message>
    <message>
        <source>{seconds} to undo, then {vendor} tells the customer for good.</source>
        <translation>{seconds} para deshacer; luego {vendor} avisa al cliente para siempre.</translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer</source>
        <translation>Lo lee {vendor}, no el cliente</translation>
    </message>
    <message>
        <source>{vendor} reads, not the customer (needed)</source>
        <translation>Lo lee {vendor}, no el cliente (necesario)</translation>
    </message>
    <message>
        <source>{vendor} tells the customer for good.</source>
        <translation>{vendor} avisa al cliente para siempre.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Ask the customer for a new order number.</source>
        <translation>Pida al cliente un número de pedido nuevo.</translation>
    </message>
    <message>
        <source>Compare it letter by letter.</source>
        <translation>Compárelo letra por letra.</translation>
    </message>
    <message>
        <source>Enter it in Settings, Vendors.</source>
        <translation>Introdúzcala en Ajustes, Plataformas.</translation>
    </message>
    <message>
        <source>It has a delivery fee, which has no article in {vendor}</source>
        <translation>Lleva gastos de envío, sin artículo en {vendor}</translation>
    </message>
    <message>
        <source>It is paid already or over 24 hours old. Compare it, or ask for a new one.</source>
        <translation>Ya está pagado o tiene más de 24 horas. Compárelo o pida uno nuevo.</translation>
    </message>
    <message>
        <source>Its lines do not come to its total</source>
        <translation>Sus líneas no suman su total</translation>
    </message>
    <message>
        <source>Let the customer choose to pay at the till, then try again.</source>
        <translation>Que el cliente elija pagar en caja; luego reintente.</translation>
    </message>
    <message>
        <source>Look in {vendor}.</source>
        <translation>Mire en {vendor}.</translation>
    </message>
    <message>
        <source>Look the number up again and tell the customer.</source>
        <translation>Busque otra vez el número y avise al cliente.</translation>
    </message>
    <message>
        <source>Name one in Settings, Vendors, or ring it up by hand.</source>
        <translation>Indíquelo en Ajustes, Plataformas, o márquelo a mano en la caja.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan or type it again.</source>
        <translation>No se cambió nada. Léalo o escríbalo otra vez.</translation>
    </message>
    <message>
        <source>Open Settings, Vendors.</source>
        <translation>Abra Ajustes, Plataformas.</translation>
    </message>
    <message>
        <source>Pult cannot save</source>
        <translation>Pult no puede guardar</translation>
    </message>
    <message>
        <source>Ring it up by hand.</source>
        <translation>Márquelo a mano en la caja.</translation>
    </message>
    <message>
        <source>Settle it under Not in register.</source>
        <translation>Resuélvalo en «No está en caja».</translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away</source>
        <translation>Una parte se toma aquí y otra se lleva</translation>
    </message>
    <message>
        <source>The customer has chosen another way of paying</source>
        <translation>El cliente eligió otra forma de pago</translation>
    </message>
    <message>
        <source>The customer has chosen no way of paying yet</source>
        <translation>El cliente aún no eligió forma de pago</translation>
    </message>
    <message>
        <source>The customer's basket was changed meanwhile</source>
        <translation>La cesta del cliente cambió entretanto</translation>
    </message>
    <message>
        <source>The customer's basket was changed, or it was not understood</source>
        <translation>La cesta del cliente cambió o no se entendió</translation>
    </message>
    <message>
        <source>The order has no lines</source>
        <translation>El pedido no tiene líneas</translation>
    </message>
    <message>
        <source>The order number did not arrive</source>
        <translation>El número de pedido no llegó</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Reintente dentro de un momento.</translation>
    </message>
    <message>
        <source>Try again when it can.</source>
        <translation>Reintente cuando pueda.</translation>
    </message>
    <message>
        <source>{vendor} could not apply the customer's offer</source>
        <translation>{vendor} no pudo aplicar la oferta del cliente</translation>
    </message>
    <message>
        <source>{vendor} does not answer</source>
        <translation>{vendor} no responde</translation>
    </message>
    <message>
        <source>{vendor} does not know this number</source>
        <translation>{vendor} no conoce este número</translation>
    </message>
    <message>
        <source>{vendor} does not let this shop in</source>
        <translation>{vendor} no da acceso a esta tienda</translation>
    </message>
    <message>
        <source>{vendor} gave no answer Pult understands</source>
        <translation>{vendor} no dio una respuesta que Pult entienda</translation>
    </message>
    <message>
        <source>{vendor} has no order of this id</source>
        <translation>{vendor} no tiene pedido con este id.</translation>
    </message>
    <message>
        <source>{vendor} needs an article for it</source>
        <translation>{vendor} necesita su artículo</translation>
    </message>
    <message>
        <source>{vendor} needs the session cookie of the shop</source>
        <translation>{vendor} necesita la cookie de sesión de la tienda</translation>
    </message>
    <message>
        <source>{vendor} no longer has this pre-order</source>
        <translation>{vendor} ya no tiene este prepedido</translation>
    </message>
    <message>
        <source>{vendor} now wants another amount</source>
        <translation>{vendor} pide ahora otro importe</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} dice: «{words}»</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>All eaten here</source>
        <translation>Todo para tomar aquí</translation>
    </message>
    <message>
        <source>All taken away</source>
        <translation>Todo para llevar</translation>
    </message>
    <message>
        <source>Article of {name} in {register}</source>
        <translation>Artículo de {name} en {register}</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Borrar la última letra</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kitchen, slip and hand-over go on. What you settle here goes to the register at once.</source>
        <translation>Cocina, ticket y entrega siguen. Lo que resuelva aquí va enseguida a la caja.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Not in register</source>
        <translation>No está en caja</translation>
    </message>
    <message>
        <source>Number or id</source>
        <translation>Número o id.</translation>
    </message>
    <message>
        <source>Rung up by hand</source>
        <translation>Cobrado a mano</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Some of it is eaten here and some taken away. Which should it be?</source>
        <translation>Una parte es para tomar aquí y otra para llevar. ¿Cuál debe ser?</translation>
    </message>
    <message>
        <source>Why: “{reason}”.</source>
        <translation>Por qué: «{reason}».</translation>
    </message>
    <message>
        <source>{register} needs its article for: {names}.</source>
        <translation>{register} necesita su artículo para: {names}.</translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>Keep the order</source>
        <translation>Mantener el pedido</translation>
    </message>
    <message>
        <source>Reject {number}</source>
        <translation>Rechazar {number}</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation>El pedido cambió entretanto. Cierre esto y mírelo.</translation>
    </message>
    <message>
        <source>What is sold out?</source>
        <translation>¿Qué se ha agotado?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>It is not used any more from this moment. Slips that wait for it stay in the list of waiting slips. To have it back you enter it again.</source>
        <translation>Desde este momento ya no se usa. Los tickets que lo esperan quedan en la lista. Para recuperarlo hay que introducirlo otra vez.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>¿Quitar {name}?</translation>
    </message>
</context>
<context>
    <name>RestartBar</name>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Reiniciando…</translation>
    </message>
    <message>
        <source>Saved. Some of it holds once Pult is started again. That takes a few seconds; orders are kept.</source>
        <translation>Guardado. Una parte vale tras reiniciar Pult. Tarda unos segundos; los pedidos se guardan.</translation>
    </message>
</context>
<context>
    <name>SampleBox</name>
    <message>
        <source>Inverted</source>
        <translation>Invertido</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Nothing was changed. Try the others too.</source>
        <translation>No se cambió nada. Pruebe también los otros.</translation>
    </message>
    <message>
        <source>Scan this code.</source>
        <translation>Lea este código.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>Código de prueba</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Ticket de prueba</translation>
    </message>
    <message>
        <source>{code}: read right</source>
        <translation>{code}: bien leído</translation>
    </message>
</context>
<context>
    <name>SaveFoot</name>
    <message>
        <source>1 change.</source>
        <translation>1 cambio.</translation>
    </message>
    <message>
        <source>Correct what is marked in red first.</source>
        <translation>Corrija antes lo marcado en rojo.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Holds after Pult is started again.</source>
        <translation>Vale tras reiniciar Pult.</translation>
    </message>
    <message>
        <source>Holds at once.</source>
        <translation>Vale enseguida.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>What you change here holds once you save it.</source>
        <translation>Lo que cambie aquí vale al guardarlo.</translation>
    </message>
    <message>
        <source>{n} changes.</source>
        <translation>{n} cambios.</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Add it to the catalogue, or key the amount in.</source>
        <translation>Añádalo al catálogo o teclee el importe.</translation>
    </message>
    <message>
        <source>Already handed over</source>
        <translation>Ya entregado</translation>
    </message>
    <message>
        <source>Ask what is to be paid</source>
        <translation>Pregunte cuánto se cobra</translation>
    </message>
    <message>
        <source>Ask {vendor}</source>
        <translation>Preguntar a {vendor}</translation>
    </message>
    <message>
        <source>Ask {vendor} only when it is an order number.</source>
        <translation>Pregunte a {vendor} solo si es un número de pedido.</translation>
    </message>
    <message>
        <source>Asking {vendor}…</source>
        <translation>Preguntando a {vendor}…</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Cannot be paid now</source>
        <translation>No se puede pagar ahora</translation>
    </message>
    <message>
        <source>Card read: goes to {number}</source>
        <translation>Tarjeta leída: va a {number}</translation>
    </message>
    <message>
        <source>Card read: whose order?</source>
        <translation>Tarjeta leída: ¿de qué pedido?</translation>
    </message>
    <message>
        <source>Closed as Left</source>
        <translation>Cerrado como No recogido</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Do not charge again. Open it to see what to do.</source>
        <translation>No cobre de nuevo. Ábralo para ver qué hacer.</translation>
    </message>
    <message>
        <source>Do not hand it over.</source>
        <translation>No lo entregue.</translation>
    </message>
    <message>
        <source>Finish the payment first.</source>
        <translation>Termine antes el pago.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Is this a loyalty card?</source>
        <translation>¿Es una tarjeta de fidelidad?</translation>
    </message>
    <message>
        <source>Is this an order number?</source>
        <translation>¿Es un número de pedido?</translation>
    </message>
    <message>
        <source>It has not been sent anywhere.</source>
        <translation>No se ha enviado a ningún sitio.</translation>
    </message>
    <message>
        <source>It is a loyalty card</source>
        <translation>Es una tarjeta de fidelidad</translation>
    </message>
    <message>
        <source>It is a product</source>
        <translation>Es un producto</translation>
    </message>
    <message>
        <source>It looks like a coupon.</source>
        <translation>Parece un cupón.</translation>
    </message>
    <message>
        <source>It looks like a loyalty card.</source>
        <translation>Parece una tarjeta de fidelidad.</translation>
    </message>
    <message>
        <source>It looks like a one-time key.</source>
        <translation>Parece una clave de un solo uso.</translation>
    </message>
    <message>
        <source>It looks like a product barcode.</source>
        <translation>Parece un código de producto.</translation>
    </message>
    <message>
        <source>It looks like a web link.</source>
        <translation>Parece un enlace web.</translation>
    </message>
    <message>
        <source>It looks like an order number.</source>
        <translation>Parece un número de pedido.</translation>
    </message>
    <message>
        <source>It may be a one-time key of another system, or a loyalty card.</source>
        <translation>Puede ser una clave de otro sistema o una tarjeta de fidelidad.</translation>
    </message>
    <message>
        <source>It may be a secret of another system. It has not left this till.</source>
        <translation>Puede ser un secreto de otro sistema. No ha salido de este puesto.</translation>
    </message>
    <message>
        <source>It may be from another shop or very old. Ask for the number.</source>
        <translation>Puede ser de otra tienda o muy antiguo. Pregunte el número.</translation>
    </message>
    <message>
        <source>It was cancelled, or its money was given back.</source>
        <translation>Se canceló o se devolvió su dinero.</translation>
    </message>
    <message>
        <source>Just ready</source>
        <translation>Recién listo</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>Guardado para después</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Marked collected.</source>
        <translation>Marcado como entregado.</translation>
    </message>
    <message>
        <source>Marked collected. {vendor} is told when Undo has run out.</source>
        <translation>Marcado como entregado. Se avisa a {vendor} cuando acabe el plazo para deshacer.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>No order here has this slip</source>
        <translation>Ningún pedido de aquí tiene este ticket</translation>
    </message>
    <message>
        <source>No points for this order</source>
        <translation>Este pedido no da puntos</translation>
    </message>
    <message>
        <source>No product has this barcode</source>
        <translation>Ningún producto tiene este código</translation>
    </message>
    <message>
        <source>Not accepted yet</source>
        <translation>Aún no aceptado</translation>
    </message>
    <message>
        <source>Not for {number}</source>
        <translation>No para {number}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Nothing to pay here</source>
        <translation>Nada que cobrar aquí</translation>
    </message>
    <message>
        <source>Nothing was changed, orders on the board are safe.</source>
        <translation>No se cambió nada; los pedidos del tablero están a salvo.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan it again, or tap the order.</source>
        <translation>No se cambió nada. Léalo otra vez o toque el pedido.</translation>
    </message>
    <message>
        <source>One card for a sale</source>
        <translation>Una tarjeta por venta</translation>
    </message>
    <message>
        <source>Open the order of this card, then scan it again.</source>
        <translation>Abra el pedido de esta tarjeta y léala otra vez.</translation>
    </message>
    <message>
        <source>Open the order: Pult asks whether the card is meant for it.</source>
        <translation>Abra el pedido: Pult pregunta si la tarjeta es para él.</translation>
    </message>
    <message>
        <source>Payment not confirmed</source>
        <translation>Pago sin confirmar</translation>
    </message>
    <message>
        <source>Pult does not know this code</source>
        <translation>Pult no conoce este código</translation>
    </message>
    <message>
        <source>Pult takes no coupons. It was sent nowhere; nothing was changed.</source>
        <translation>Pult no admite cupones. No se envió a ningún sitio; no se cambió nada.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Ready a moment ago. Nothing was changed.</source>
        <translation>Listo hace un momento. No se cambió nada.</translation>
    </message>
    <message>
        <source>Ready, but not fully paid</source>
        <translation>Listo, pero no del todo pagado</translation>
    </message>
    <message>
        <source>Ready, but the payment failed</source>
        <translation>Listo, pero el pago no salió</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Scan again to hand over.</source>
        <translation>Léalo otra vez para entregar.</translation>
    </message>
    <message>
        <source>Scan it again, or tap the order.</source>
        <translation>Léalo otra vez o toque el pedido.</translation>
    </message>
    <message>
        <source>Scan the slip of an order.</source>
        <translation>Lea el ticket de un pedido.</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Desde las {time}</translation>
    </message>
    <message>
        <source>Slip not read right</source>
        <translation>Ticket mal leído</translation>
    </message>
    <message>
        <source>Still being prepared</source>
        <translation>Aún en preparación</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Cobrar</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>Cobrar {amount}</translation>
    </message>
    <message>
        <source>Take {amount} first</source>
        <translation>Cobre antes {amount}</translation>
    </message>
    <message>
        <source>Test code read right</source>
        <translation>Código de prueba bien leído</translation>
    </message>
    <message>
        <source>The catalogue names no price. Nothing was changed.</source>
        <translation>El catálogo no da precio. No se cambió nada.</translation>
    </message>
    <message>
        <source>The points of this sale went to another card.</source>
        <translation>Los puntos de esta venta fueron a otra tarjeta.</translation>
    </message>
    <message>
        <source>The scanner works. Nothing was changed.</source>
        <translation>El lector funciona. No se cambió nada.</translation>
    </message>
    <message>
        <source>This card is on {number}</source>
        <translation>Esta tarjeta está en {number}</translation>
    </message>
    <message>
        <source>This is a coupon</source>
        <translation>Esto es un cupón</translation>
    </message>
    <message>
        <source>This scan did nothing</source>
        <translation>Esta lectura no hizo nada</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Waiting {time}</source>
        <translation>Espera {time}</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Pedido de mostrador</translation>
    </message>
    <message>
        <source>{time}, {ago} ago</source>
        <translation>{time}, hace {ago}</translation>
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
        <translation>Toque en cualquier sitio para seguir</translation>
    </message>
</context>
<context>
    <name>ScanBox</name>
    <message>
        <source>As it was typed</source>
        <translation>Tal como se tecleó</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Terminado por</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Distribución del teclado</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Tipo de código</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan again; on a serial line try its speed.</source>
        <translation>No se cambió nada. Lea otra vez; en línea serie pruebe su velocidad.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>Scan any code: here it is seen as it arrives. A real one acts as always.</source>
        <translation>Lea cualquier código: aquí se ve tal como llega. Uno real actúa como siempre.</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Tomado por</translation>
    </message>
    <message numerus="yes">
        <source>The same code again, %n times by now. It acted once alone.</source>
        <translation>
            <numerusform>El mismo código otra vez. Actuó solo una vez.</numerusform>
            <numerusform>El mismo código, ya %n veces. Actuó solo una vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>a las {time}</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>Open {number}</source>
        <translation>Abrir {number}</translation>
    </message>
</context>
<context>
    <name>ScanDoctor</name>
    <message>
        <source>32 hexadecimal figures: asked before it leaves.</source>
        <translation>32 cifras hexadecimales: se pregunta antes de que salga.</translation>
    </message>
    <message>
        <source>8, 12 or 13 figures, and the check digit is right.</source>
        <translation>8, 12 o 13 cifras y el dígito de control es correcto.</translation>
    </message>
    <message>
        <source>A pause: set the scanner to send Enter</source>
        <translation>Una pausa: configure el lector para enviar Intro</translation>
    </message>
    <message>
        <source>All scanners</source>
        <translation>Todos los lectores</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Borrosa</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Could also be: {names}</source>
        <translation>También podría ser: {names}</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Cupón</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter (CR)</source>
        <translation>Intro (CR)</translation>
    </message>
    <message>
        <source>Enter and line feed (CR LF)</source>
        <translation>Intro y salto de línea (CR LF)</translation>
    </message>
    <message>
        <source>Figures, $$$$$ and letters.</source>
        <translation>Cifras, $$$$$ y letras.</translation>
    </message>
    <message>
        <source>Find the speed</source>
        <translation>Buscar la velocidad</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Encontrado en</translation>
    </message>
    <message>
        <source>From now on it is this scanner.</source>
        <translation>Desde ahora es este lector.</translation>
    </message>
    <message>
        <source>Hold a code before the camera.</source>
        <translation>Ponga un código ante la cámara.</translation>
    </message>
    <message>
        <source>Hold the code farther away until all of it is seen.</source>
        <translation>Aleje el código hasta que se vea entero.</translation>
    </message>
    <message>
        <source>It begins with PULT- and its check letter is right.</source>
        <translation>Empieza por PULT- y su letra de control es correcta.</translation>
    </message>
    <message>
        <source>It begins with PULT-, but letters are wrong or missing.</source>
        <translation>Empieza por PULT-, pero hay letras mal o faltan.</translation>
    </message>
    <message>
        <source>It begins with http or www.</source>
        <translation>Empieza por http o www.</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>It fits nothing that Pult knows.</source>
        <translation>No encaja con nada que Pult conozca.</translation>
    </message>
    <message>
        <source>It fits the card pattern of the settings.</source>
        <translation>Encaja con el patrón de tarjeta de los ajustes.</translation>
    </message>
    <message>
        <source>It fits the number pattern of the settings.</source>
        <translation>Encaja con el patrón de número de los ajustes.</translation>
    </message>
    <message>
        <source>It holds until Pult ends; the settings file could not be written.</source>
        <translation>Vale hasta cerrar Pult; no se pudo escribir el archivo de ajustes.</translation>
    </message>
    <message>
        <source>It is in the settings file now.</source>
        <translation>Ya está en el archivo de ajustes.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation>Salto de línea (LF)</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Tarjeta de fidelidad</translation>
    </message>
    <message>
        <source>No speed was right. Nothing was changed. Look whether the scanner is set to 8 data bits without parity.</source>
        <translation>Ninguna velocidad fue correcta. No se cambió nada. Mire si el lector usa 8 bits de datos sin paridad.</translation>
    </message>
    <message>
        <source>None: it is known by its place</source>
        <translation>Ninguno: se le conoce por su lugar</translation>
    </message>
    <message>
        <source>Not told by this scanner</source>
        <translation>Este lector no lo dice</translation>
    </message>
    <message>
        <source>Perhaps a one-time key</source>
        <translation>Quizá una clave de un solo uso</translation>
    </message>
    <message>
        <source>Pre-order number</source>
        <translation>Número de prepedido</translation>
    </message>
    <message>
        <source>Product barcode</source>
        <translation>Código de producto</translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation>Diagnóstico de {name}</translation>
    </message>
    <message>
        <source>Scan now…</source>
        <translation>Lea ahora…</translation>
    </message>
    <message>
        <source>Scan one code again and again, about once a second.</source>
        <translation>Lea el mismo código una y otra vez, más o menos cada segundo.</translation>
    </message>
    <message>
        <source>Slip of an order</source>
        <translation>Ticket de un pedido</translation>
    </message>
    <message>
        <source>Slip, read wrongly</source>
        <translation>Ticket mal leído</translation>
    </message>
    <message>
        <source>Switch on a light, or turn the camera to the light.</source>
        <translation>Encienda una luz o gire la cámara hacia la luz.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>Código de prueba</translation>
    </message>
    <message>
        <source>The picture is good</source>
        <translation>La imagen es buena</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>La imagen está parada</translation>
    </message>
    <message>
        <source>Thrown away: longer than any code</source>
        <translation>Descartado: más largo que cualquier código</translation>
    </message>
    <message>
        <source>Thrown away: these bytes are no text</source>
        <translation>Descartado: estos bytes no son texto</translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation>Demasiado clara</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Demasiado oscura</translation>
    </message>
    <message>
        <source>Too near</source>
        <translation>Demasiado cerca</translation>
    </message>
    <message>
        <source>Turn the camera away from the lamp or the window.</source>
        <translation>Aparte la cámara de la lámpara o la ventana.</translation>
    </message>
    <message>
        <source>USB device</source>
        <translation>Dispositivo USB</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again.</source>
        <translation>Desconecte la cámara y vuelva a conectarla.</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>Usar este equipo</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Enlace web</translation>
    </message>
    <message>
        <source>When scans arrive as signs nobody can read: press, then scan.</source>
        <translation>Si las lecturas llegan ilegibles: pulse y lea.</translation>
    </message>
    <message>
        <source>Wipe the lens, hold the code still and a little farther.</source>
        <translation>Limpie la lente, sujete el código quieto y algo más lejos.</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>regular</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>low</source>
        <translation>baja</translation>
    </message>
    <message>
        <source>{name}, prefix {aim} taken off</source>
        <translation>{name}, sin el prefijo {aim}</translation>
    </message>
    <message>
        <source>{speed} baud is right.</source>
        <translation>{speed} baudios es correcto.</translation>
    </message>
    <message numerus="yes">
        <source>{time} ms for %n bytes</source>
        <translation>
            <numerusform>{time} ms para %n byte</numerusform>
            <numerusform>{time} ms para %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scan doctor</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Scan doctor of {name}</source>
        <translation>Diagnóstico de {name}</translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>Last scan</source>
        <translation>Última lectura</translation>
    </message>
    <message>
        <source>Nothing yet: scan any code to try the scanner</source>
        <translation>Nada aún: lea cualquier código para probar</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Number, name, phone, card or amount</source>
        <translation>Número, nombre, teléfono, tarjeta o importe</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Buscar pedidos</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>0 is the first camera, 1 the second; or an address.</source>
        <translation>0 es la primera cámara, 1 la segunda; o una dirección.</translation>
    </message>
    <message>
        <source>0 keeps it for good. Amounts and times always stay.</source>
        <translation>0 los guarda para siempre. Los importes y las horas siempre se quedan.</translation>
    </message>
    <message>
        <source>1 to 32 plain letters, digits, dots, hyphens or underscores.</source>
        <translation>De 1 a 32 letras sin acento, cifras, puntos, guiones o guiones bajos.</translation>
    </message>
    <message>
        <source>1 to 60 letters, digits, dots, blanks, hyphens or underscores.</source>
        <translation>De 1 a 60 letras, cifras, puntos, espacios, guiones o guiones bajos.</translation>
    </message>
    <message>
        <source>100 % is the usual size, 200 % twice as large.</source>
        <translation>100 % es el tamaño normal, 200 % el doble.</translation>
    </message>
    <message>
        <source>7 bits, even parity (7E1)</source>
        <translation>7 bits, paridad par (7E1)</translation>
    </message>
    <message>
        <source>7 bits, odd parity (7O1)</source>
        <translation>7 bits, paridad impar (7O1)</translation>
    </message>
    <message>
        <source>8 bits, even parity (8E1)</source>
        <translation>8 bits, paridad par (8E1)</translation>
    </message>
    <message>
        <source>8 bits, no parity (8N1)</source>
        <translation>8 bits, sin paridad (8N1)</translation>
    </message>
    <message>
        <source>8 bits, odd parity (8O1)</source>
        <translation>8 bits, paridad impar (8O1)</translation>
    </message>
    <message>
        <source>A code ends with</source>
        <translation>Un código termina con</translation>
    </message>
    <message>
        <source>A code read again within this time is one scan.</source>
        <translation>Un código leído otra vez en este tiempo es una sola lectura.</translation>
    </message>
    <message>
        <source>A colour as # and six digits of 0 to 9 and A to F, or empty.</source>
        <translation>Un color: # y seis cifras de 0 a 9 y de A a F, o vacío.</translation>
    </message>
    <message>
        <source>A name of 1 to 40 letters, without blanks around it.</source>
        <translation>Un nombre de 1 a 40 letras, sin espacios delante ni detrás.</translation>
    </message>
    <message>
        <source>A name or address alone, such as 192.168.1.50, without blanks.</source>
        <translation>Solo un nombre o una dirección, como 192.168.1.50, sin espacios.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Un número.</translation>
    </message>
    <message>
        <source>A path such as /callbacks/orders, without / at its end.</source>
        <translation>Una ruta como /callbacks/orders, sin / al final.</translation>
    </message>
    <message>
        <source>A path such as order/create, without / before it.</source>
        <translation>Una ruta como order/create, sin / delante.</translation>
    </message>
    <message>
        <source>A pause</source>
        <translation>Una pausa</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Una imagen</translation>
    </message>
    <message>
        <source>A picture is slower; it helps where letters come out wrong.</source>
        <translation>Una imagen es más lenta; ayuda si las letras salen mal.</translation>
    </message>
    <message>
        <source>A port such as COM3 or /dev/ttyACM0, or socket://address:port.</source>
        <translation>Un puerto como COM3 o /dev/ttyACM0, o socket://dirección:puerto.</translation>
    </message>
    <message>
        <source>A port such as COM3 or /dev/ttyUSB0, or the queue's name.</source>
        <translation>Un puerto como COM3 o /dev/ttyUSB0, o el nombre de la cola.</translation>
    </message>
    <message>
        <source>A printer that never answers cannot say that paper is out.</source>
        <translation>Una impresora que nunca responde no puede avisar de que falta papel.</translation>
    </message>
    <message>
        <source>A scan that fits is taken for a loyalty card.</source>
        <translation>Una lectura que encaja se toma por una tarjeta de fidelidad.</translation>
    </message>
    <message>
        <source>A scan that fits is taken for its order number.</source>
        <translation>Una lectura que encaja se toma por su número de pedido.</translation>
    </message>
    <message>
        <source>A time of day such as 11:00. Empty: always.</source>
        <translation>Una hora, por ejemplo 11:00. Vacío: siempre.</translation>
    </message>
    <message>
        <source>A time of day such as 22:00. Empty: always.</source>
        <translation>Una hora, por ejemplo 22:00. Vacío: siempre.</translation>
    </message>
    <message>
        <source>A time of day, such as 04:00, or empty.</source>
        <translation>Una hora, como 04:00, o vacío.</translation>
    </message>
    <message>
        <source>A time of day, such as 04:00.</source>
        <translation>Una hora, como 04:00.</translation>
    </message>
    <message>
        <source>A voice says the number of each order that is Ready.</source>
        <translation>Una voz dice el número de cada pedido listo.</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>Una ventana</translation>
    </message>
    <message>
        <source>Accept by itself</source>
        <translation>Aceptar por sí solo</translation>
    </message>
    <message>
        <source>Accept ends the order there</source>
        <translation>Aceptar lo termina allí</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Añadir una línea</translation>
    </message>
    <message>
        <source>Add a line to {label}</source>
        <translation>Añadir una línea a {label}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>Dirección de los tokens</translation>
    </message>
    <message>
        <source>Address from outside</source>
        <translation>Dirección desde fuera</translation>
    </message>
    <message>
        <source>After a move</source>
        <translation>Tras una acción</translation>
    </message>
    <message>
        <source>After them Pult looks for a newer version by itself.</source>
        <translation>Después Pult busca por sí mismo una versión más nueva.</translation>
    </message>
    <message>
        <source>All times shown are in it.</source>
        <translation>Todas las horas se muestran en ella.</translation>
    </message>
    <message>
        <source>Also for orders that were left behind.</source>
        <translation>También para los pedidos no recogidos.</translation>
    </message>
    <message>
        <source>Also what becomes of the order once points are booked.</source>
        <translation>También lo que pasa con el pedido tras anotar los puntos.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>An address that begins with https://, without ? and #.</source>
        <translation>Una dirección que empieza por https://, sin ? ni #.</translation>
    </message>
    <message>
        <source>Another one has this name. Give each its own.</source>
        <translation>Otro tiene este nombre. Dé a cada uno el suyo.</translation>
    </message>
    <message>
        <source>Another program has the settings file open. Close it there, then save again.</source>
        <translation>Otro programa tiene abierto el archivo de ajustes. Ciérrelo allí y guarde otra vez.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Article for delivery</source>
        <translation>Artículo del envío</translation>
    </message>
    <message>
        <source>As #RRGGBB. Empty: ours, green.</source>
        <translation>Como #RRGGBB. Vacío: el nuestro, verde.</translation>
    </message>
    <message>
        <source>As in the scanner's manual; nearly all have 8 bits without parity.</source>
        <translation>Según el manual del lector; casi todos tienen 8 bits sin paridad.</translation>
    </message>
    <message>
        <source>As name=value. Needed only to get order numbers here.</source>
        <translation>Como nombre=valor. Solo hace falta para obtener números de pedido aquí.</translation>
    </message>
    <message>
        <source>As the catalogue names them, for station slips.</source>
        <translation>Como las nombra el catálogo, para las comandas.</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Como el ordenador</translation>
    </message>
    <message>
        <source>As the register spells it.</source>
        <translation>Tal como lo escribe la caja.</translation>
    </message>
    <message>
        <source>As the screen</source>
        <translation>Como la pantalla</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Ask again every</source>
        <translation>Preguntar cada</translation>
    </message>
    <message>
        <source>At 0 the window flashes instead.</source>
        <translation>Con 0 la ventana parpadea en su lugar.</translation>
    </message>
    <message>
        <source>At each slip</source>
        <translation>Con cada ticket</translation>
    </message>
    <message>
        <source>At least {least}.</source>
        <translation>Como mínimo {least}.</translation>
    </message>
    <message>
        <source>At most 128 plain letters, digits, hyphens or underscores.</source>
        <translation>Como mucho 128 letras sin acento, cifras, guiones o guiones bajos.</translation>
    </message>
    <message>
        <source>At most 6 letters, digits or hyphens.</source>
        <translation>Como mucho 6 letras, cifras o guiones.</translation>
    </message>
    <message>
        <source>At most 6 lines of at most 96 letters.</source>
        <translation>Como mucho 6 líneas de 96 letras.</translation>
    </message>
    <message>
        <source>At most {count} letters, on one line.</source>
        <translation>Como mucho {count} letras, en una línea.</translation>
    </message>
    <message>
        <source>At the tap</source>
        <translation>Al tocar</translation>
    </message>
    <message>
        <source>At the tap is quicker; the vendor may still say no.</source>
        <translation>Al tocar es más rápido; la plataforma aún puede decir que no.</translation>
    </message>
    <message>
        <source>Before our numbers</source>
        <translation>Ante nuestros números</translation>
    </message>
    <message>
        <source>Beyond it vendors are asked to call again later.</source>
        <translation>Por encima se pide a las plataformas que llamen más tarde.</translation>
    </message>
    <message>
        <source>Bits of a letter</source>
        <translation>Bits por letra</translation>
    </message>
    <message>
        <source>Buzzer</source>
        <translation>Zumbador</translation>
    </message>
    <message>
        <source>By itself from</source>
        <translation>Por sí solo desde las</translation>
    </message>
    <message>
        <source>By itself until</source>
        <translation>Por sí solo hasta las</translation>
    </message>
    <message>
        <source>By itself up to</source>
        <translation>Por sí solo hasta el importe</translation>
    </message>
    <message>
        <source>By which the vendor knows this shop.</source>
        <translation>Con el que la plataforma conoce esta tienda.</translation>
    </message>
    <message>
        <source>By which the vendor knows your company.</source>
        <translation>Con el que la plataforma conoce su empresa.</translation>
    </message>
    <message>
        <source>COM3, /dev/ttyUSB0 or /dev/usb/lp0, or the queue's name. Leave it empty for USB.</source>
        <translation>COM3, /dev/ttyUSB0 o /dev/usb/lp0, o el nombre de la cola. Con USB, déjelo vacío.</translation>
    </message>
    <message>
        <source>CR and LF</source>
        <translation>CR y LF</translation>
    </message>
    <message>
        <source>Call out what is ready</source>
        <translation>Anuncia lo que está listo</translation>
    </message>
    <message>
        <source>Calls from vendors</source>
        <translation>Llamadas de las plataformas</translation>
    </message>
    <message>
        <source>Calls that may wait</source>
        <translation>Llamadas que pueden esperar</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Choose a printer that prints slips.</source>
        <translation>Elija una impresora que imprima tickets.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Elija una zona horaria de la lista.</translation>
    </message>
    <message>
        <source>Choose another printer than this one.</source>
        <translation>Elija otra impresora, no esta.</translation>
    </message>
    <message>
        <source>Choose one of those that are shown.</source>
        <translation>Elija una de las opciones mostradas.</translation>
    </message>
    <message>
        <source>Choose one or two languages.</source>
        <translation>Elija uno o dos idiomas.</translation>
    </message>
    <message>
        <source>Choose other vendors; the register's own orders are there already.</source>
        <translation>Elija otras plataformas; los pedidos de la propia caja ya están allí.</translation>
    </message>
    <message>
        <source>Choose vendors that Pult knows.</source>
        <translation>Elija plataformas que Pult conozca.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Id. de cliente de la API</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secreto del cliente</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Code page</source>
        <translation>Página de códigos</translation>
    </message>
    <message>
        <source>Colour of Ready</source>
        <translation>Color de los listos</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>Color del fondo</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Copy it again, without blanks before and after it.</source>
        <translation>Cópielo otra vez, sin espacios delante ni detrás.</translation>
    </message>
    <message>
        <source>Copy it again: it has no blanks and no accented letters.</source>
        <translation>Cópielo otra vez: no tiene espacios ni acentos.</translation>
    </message>
    <message>
        <source>Copy it from the browser as name=value.</source>
        <translation>Cópiela del navegador como nombre=valor.</translation>
    </message>
    <message>
        <source>Copy the id again, just as the vendor shows it.</source>
        <translation>Copie otra vez el id. tal como lo muestra la plataforma.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Pantalla de clientes</translation>
    </message>
    <message>
        <source>Customer's name on slips</source>
        <translation>Nombre del cliente en los tickets</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Dark blue</source>
        <translation>Azul oscuro</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Archivo de dispositivo</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Puntos por pulgada</translation>
    </message>
    <message>
        <source>Empty is best: Pult finds it, or the proof sheet does.</source>
        <translation>Mejor vacío: lo encuentra Pult o la hoja de prueba.</translation>
    </message>
    <message>
        <source>Empty, or postgresql+psycopg://user:password@address/database.</source>
        <translation>Vacío, o postgresql+psycopg://usuario:contraseña@dirección/base.</translation>
    </message>
    <message>
        <source>Empty: the till's name.</source>
        <translation>Vacío: el nombre del puesto.</translation>
    </message>
    <message>
        <source>Empty: this till's own file. A PostgreSQL address gives all tills one board.</source>
        <translation>Vacío: el archivo de este puesto. Con una dirección PostgreSQL todos comparten tablero.</translation>
    </message>
    <message>
        <source>English (US)</source>
        <translation>Inglés (EE. UU.)</translation>
    </message>
    <message>
        <source>Enter (CR)</source>
        <translation>Intro (CR)</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Introducirlo</translation>
    </message>
    <message>
        <source>Enter {label}</source>
        <translation>Introducir {label}</translation>
    </message>
    <message>
        <source>Erase customers' data after days</source>
        <translation>Borrar datos de clientes tras (días)</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Averiguarlo</translation>
    </message>
    <message>
        <source>For Reject, Ready, Collected and Left. With 0 all is sent at once.</source>
        <translation>Para Rechazar, Listo, Entregado y No recogido. Con 0 todo se envía al momento.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>From the vendor, for this shop. It is never shown again.</source>
        <translation>De la plataforma, para esta tienda. No se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>De {least} a {most}.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Alemán</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Entregar sin cobrar</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>Cabecera de la clave</translation>
    </message>
    <message>
        <source>How often its open orders are read again.</source>
        <translation>Cada cuánto se vuelven a leer sus pedidos abiertos.</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Húngaro</translation>
    </message>
    <message>
        <source>If it is down</source>
        <translation>Si no funciona</translation>
    </message>
    <message>
        <source>If nobody collects the order; else at once.</source>
        <translation>Si nadie recoge el pedido; si no, enseguida.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>It answers questions</source>
        <translation>Responde a preguntas</translation>
    </message>
    <message>
        <source>Its name in the system. Empty: the one Pult is not on.</source>
        <translation>Su nombre en el sistema. Vacío: la que no usa Pult.</translation>
    </message>
    <message>
        <source>Its word for Collected</source>
        <translation>Su palabra para Entregado</translation>
    </message>
    <message>
        <source>Its word for Preparing</source>
        <translation>Su palabra para En preparación</translation>
    </message>
    <message>
        <source>Its word for Ready</source>
        <translation>Su palabra para Listo</translation>
    </message>
    <message>
        <source>Its word for cancelled</source>
        <translation>Su palabra para Cancelado</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Distribución del teclado</translation>
    </message>
    <message>
        <source>Keyboard on the screen</source>
        <translation>Teclado en pantalla</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of slips</source>
        <translation>Idioma de los tickets</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Leave Settings and open them again with the PIN.</source>
        <translation>Salga de los ajustes y ábralos otra vez con el PIN.</translation>
    </message>
    <message>
        <source>Leave it at any, unless codes are cut or run together.</source>
        <translation>Déjelo en cualquiera, salvo que los códigos salgan cortados o pegados.</translation>
    </message>
    <message>
        <source>Leave it if you do not know the model.</source>
        <translation>Déjelo si no conoce el modelo.</translation>
    </message>
    <message>
        <source>Leave it unless the vendor says otherwise.</source>
        <translation>Déjelo así salvo que la plataforma diga otra cosa.</translation>
    </message>
    <message>
        <source>Leave none of them empty.</source>
        <translation>No deje ninguno vacío.</translation>
    </message>
    <message>
        <source>Less: {label}</source>
        <translation>Menos: {label}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation>Letras por línea</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Lilac</source>
        <translation>Lila</translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation>Salto de línea (LF)</translation>
    </message>
    <message>
        <source>Line speed</source>
        <translation>Velocidad de línea</translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation>Líneas sobre el número</translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation>Líneas al final</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Escucha en</translation>
    </message>
    <message>
        <source>Location id</source>
        <translation>Id. de local</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Main colour</source>
        <translation>Color principal</translation>
    </message>
    <message>
        <source>Measure with a bank card</source>
        <translation>Medir con tarjeta bancaria</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Dinero devuelto</translation>
    </message>
    <message>
        <source>More: {label}</source>
        <translation>Más: {label}</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name at the register</source>
        <translation>Nombre en la caja</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Nombre de la tienda</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Nombre de este puesto</translation>
    </message>
    <message>
        <source>Name the stations whose lines it prints.</source>
        <translation>Indique las secciones cuyas líneas imprime.</translation>
    </message>
    <message>
        <source>Nearly all printers listen at 9100.</source>
        <translation>Casi todas las impresoras escuchan en el 9100.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Red, ePOS</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>New is late after</source>
        <translation>Nuevo es tarde después de</translation>
    </message>
    <message>
        <source>New orders are accepted without a tap.</source>
        <translation>Los pedidos nuevos se aceptan sin tocar.</translation>
    </message>
    <message>
        <source>New orders cover the screen</source>
        <translation>Los pedidos nuevos cubren la pantalla</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Versiones nuevas</translation>
    </message>
    <message>
        <source>Newer versions are told at</source>
        <translation>Dirección de versiones nuevas</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No other program of this computer may use it.</source>
        <translation>Ningún otro programa de este ordenador puede usarlo.</translation>
    </message>
    <message>
        <source>Nobody could read words on it. Choose a lighter or a darker colour.</source>
        <translation>Sobre él no se podría leer. Elija un color más claro o más oscuro.</translation>
    </message>
    <message>
        <source>Nobody: slips wait</source>
        <translation>Nadie: los tickets esperan</translation>
    </message>
    <message>
        <source>None ticked: of all.</source>
        <translation>Ninguno marcado: de todos.</translation>
    </message>
    <message>
        <source>None ticked: slips of all that no other printer takes.</source>
        <translation>Ninguna marcada: los de todas que otra impresora no tome.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
    <message>
        <source>Nothing is installed while you are open.</source>
        <translation>Mientras está abierto no se instala nada.</translation>
    </message>
    <message>
        <source>Nothing is printed for them: tick Station slips.</source>
        <translation>No se imprime nada para ellas: marque Comandas.</translation>
    </message>
    <message>
        <source>Numbers go after</source>
        <translation>Los números se van tras</translation>
    </message>
    <message>
        <source>Of the next step and of what is chosen, as #RRGGBB. Empty: ours, blue.</source>
        <translation>Del paso siguiente y de lo elegido, como #RRGGBB. Vacío: el nuestro, azul.</translation>
    </message>
    <message>
        <source>Of the screen.</source>
        <translation>De la pantalla.</translation>
    </message>
    <message>
        <source>Of the shop's own, such as its address.</source>
        <translation>Propias de la tienda, como su dirección.</translation>
    </message>
    <message>
        <source>Of the shop's own, such as thanks or the wifi.</source>
        <translation>Propias de la tienda, como las gracias o el wifi.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Encendido</translation>
    </message>
    <message>
        <source>On the way ends after</source>
        <translation>En camino termina después de</translation>
    </message>
    <message>
        <source>Once accepted</source>
        <translation>Al aceptarse</translation>
    </message>
    <message>
        <source>Once paid</source>
        <translation>Al pagarse</translation>
    </message>
    <message>
        <source>One or two; the first ticked is the larger one.</source>
        <translation>Uno o dos; el primero marcado es el más grande.</translation>
    </message>
    <message>
        <source>Only calls whose address ends with it are taken.</source>
        <translation>Solo se aceptan llamadas cuya dirección termina así.</translation>
    </message>
    <message>
        <source>Only if all is too small or large; 0 asks the screen.</source>
        <translation>Solo si todo es demasiado pequeño o grande; 0 pregunta a la pantalla.</translation>
    </message>
    <message>
        <source>Only if the scanner was set to send one.</source>
        <translation>Solo si el lector se configuró para enviarlo.</translation>
    </message>
    <message>
        <source>Only letters, digits, blanks, dots, hyphens and underscores.</source>
        <translation>Solo letras, cifras, espacios, puntos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>Only numbers of</source>
        <translation>Solo números de</translation>
    </message>
    <message>
        <source>Only slips of</source>
        <translation>Solo tickets de</translation>
    </message>
    <message>
        <source>Only where you were given id and secret, not a token.</source>
        <translation>Solo si recibió identificador y secreto, no un token.</translation>
    </message>
    <message>
        <source>Open the next oldest</source>
        <translation>Abrir el siguiente más antiguo</translation>
    </message>
    <message>
        <source>Opening hours from</source>
        <translation>Abierto desde</translation>
    </message>
    <message>
        <source>Opening hours until</source>
        <translation>Abierto hasta</translation>
    </message>
    <message>
        <source>Opens the drawer</source>
        <translation>Abre el cajón</translation>
    </message>
    <message>
        <source>Orders for later come forward</source>
        <translation>Los pedidos para más tarde pasan delante</translation>
    </message>
    <message>
        <source>Organization id</source>
        <translation>Id. de organización</translation>
    </message>
    <message>
        <source>Our own numbers begin anew then.</source>
        <translation>Entonces nuestros números empiezan de nuevo.</translation>
    </message>
    <message>
        <source>Ours, blue</source>
        <translation>El nuestro, azul</translation>
    </message>
    <message>
        <source>PIN for</source>
        <translation>PIN para</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Path for an order's status</source>
        <translation>Ruta del estado de un pedido</translation>
    </message>
    <message>
        <source>Path for new orders</source>
        <translation>Ruta de los pedidos nuevos</translation>
    </message>
    <message>
        <source>Path for ready orders</source>
        <translation>Ruta de los pedidos listos</translation>
    </message>
    <message>
        <source>Path of the calls</source>
        <translation>Ruta de las llamadas</translation>
    </message>
    <message>
        <source>Pattern of its cards</source>
        <translation>Patrón de sus tarjetas</translation>
    </message>
    <message>
        <source>Pattern of its numbers</source>
        <translation>Patrón de sus números</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Port of the calls</source>
        <translation>Puerto de las llamadas</translation>
    </message>
    <message>
        <source>Preparing is late after</source>
        <translation>En preparación es tarde después de</translation>
    </message>
    <message>
        <source>Prices on slips</source>
        <translation>Precios en los tickets</translation>
    </message>
    <message>
        <source>Printer “{name}”</source>
        <translation>Impresora «{name}»</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Imprime</translation>
    </message>
    <message>
        <source>Prints as</source>
        <translation>Imprime como</translation>
    </message>
    <message>
        <source>Proves that a call comes from the vendor.</source>
        <translation>Prueba que una llamada viene de la plataforma.</translation>
    </message>
    <message>
        <source>QR code on slips</source>
        <translation>Código QR en los tickets</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>Ready is late after</source>
        <translation>Listo es tarde después de</translation>
    </message>
    <message>
        <source>Ready numbers could not be read on that ground. Choose colours that differ more.</source>
        <translation>Los números listos no se leerían sobre ese fondo. Elija colores más distintos.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducido</translation>
    </message>
    <message>
        <source>Remove line {number} of {label}</source>
        <translation>Quitar la línea {number} de {label}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sustituir</translation>
    </message>
    <message>
        <source>Rings in full after</source>
        <translation>Suena del todo tras</translation>
    </message>
    <message>
        <source>Same code again</source>
        <translation>El mismo código otra vez</translation>
    </message>
    <message>
        <source>Scanned, it opens the order or hands it over.</source>
        <translation>Al leerlo abre el pedido o lo entrega.</translation>
    </message>
    <message>
        <source>Scanner “{name}”</source>
        <translation>Lector «{name}»</translation>
    </message>
    <message>
        <source>Second screen shows the numbers</source>
        <translation>La segunda pantalla muestra los números</translation>
    </message>
    <message>
        <source>Secret end of the path</source>
        <translation>Final secreto de la ruta</translation>
    </message>
    <message>
        <source>Secret of its calls</source>
        <translation>Secreto de sus llamadas</translation>
    </message>
    <message>
        <source>Sends on orders of</source>
        <translation>Reenvía los pedidos de</translation>
    </message>
    <message>
        <source>Sends them on</source>
        <translation>Cuándo los reenvía</translation>
    </message>
    <message>
        <source>Sent before a code</source>
        <translation>Se envía antes de un código</translation>
    </message>
    <message>
        <source>Sent with each payment; may stay empty.</source>
        <translation>Se envía con cada pago; puede quedar vacío.</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Puerto serie</translation>
    </message>
    <message>
        <source>Session cookie</source>
        <translation>Cookie de sesión</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Definido</translation>
    </message>
    <message>
        <source>Set by {variable} of the computer; change it there.</source>
        <translation>Lo fija {variable} del ordenador; cámbielo allí.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Almacén común</translation>
    </message>
    <message>
        <source>Show Preparing too</source>
        <translation>Mostrar también los que se preparan</translation>
    </message>
    <message>
        <source>Show what is typed: {label}</source>
        <translation>Mostrar lo escrito: {label}</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Simulado, en esta pantalla</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Slips print</source>
        <translation>Los tickets se imprimen</translation>
    </message>
    <message>
        <source>So long before their time; then their slips print.</source>
        <translation>Con esta antelación; entonces sale su tique.</translation>
    </message>
    <message>
        <source>Sound for a new number</source>
        <translation>Sonido con cada número nuevo</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Stands at the top of slips; a PNG or JPEG.</source>
        <translation>Va arriba en los tickets; PNG o JPEG.</translation>
    </message>
    <message>
        <source>Stands at the top of the screen and on slips.</source>
        <translation>Está arriba en la pantalla y en los tickets.</translation>
    </message>
    <message>
        <source>Stands on the printer's own test page, such as 192.168.1.50.</source>
        <translation>Está en la página de prueba de la impresora, como 192.168.1.50.</translation>
    </message>
    <message>
        <source>Station slips</source>
        <translation>Comandas</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Stay on the order</source>
        <translation>Seguir en el pedido</translation>
    </message>
    <message>
        <source>Such as 06:30. Empty: never quiet.</source>
        <translation>Por ejemplo 06:30. Vacío: nunca en silencio.</translation>
    </message>
    <message>
        <source>Such as 22:00; then it only flashes. Empty: never.</source>
        <translation>Por ejemplo 22:00; luego solo parpadea. Vacío: nunca.</translation>
    </message>
    <message>
        <source>Such as W- for W-12. Empty for plain numbers.</source>
        <translation>Como W- para W-12. Vacío para números simples.</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Cola del sistema</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Takes over after</source>
        <translation>Releva después de</translation>
    </message>
    <message>
        <source>Tell names to vendors</source>
        <translation>Decir nombres a las plataformas</translation>
    </message>
    <message>
        <source>Tell what comes after</source>
        <translation>Avisar de lo que sigue</translation>
    </message>
    <message>
        <source>Tells this till from the shop's others. Never give two the same.</source>
        <translation>Distingue este puesto de los demás. Nunca dé el mismo a dos.</translation>
    </message>
    <message>
        <source>Terminal code</source>
        <translation>Código de terminal</translation>
    </message>
    <message>
        <source>Terminal id</source>
        <translation>Id. de terminal</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The address the vendor was given. Pult tries it to see that calls come.</source>
        <translation>La dirección que tiene la plataforma. Pult la prueba para ver que llegan las llamadas.</translation>
    </message>
    <message>
        <source>The catalogue has no station called {names}.</source>
        <translation>En el catálogo no hay ninguna estación llamada {names}.</translation>
    </message>
    <message>
        <source>The day begins at</source>
        <translation>El día empieza a las</translation>
    </message>
    <message>
        <source>The end of the address that the vendor was given.</source>
        <translation>El final de la dirección que tiene la plataforma.</translation>
    </message>
    <message>
        <source>The file of a picture, PNG or JPEG.</source>
        <translation>El archivo de una imagen, PNG o JPEG.</translation>
    </message>
    <message>
        <source>The largest total, in this till's money; 0: any.</source>
        <translation>El total máximo, en la moneda de esta caja; 0: cualquiera.</translation>
    </message>
    <message>
        <source>The name of a header, such as X-API-KEY.</source>
        <translation>El nombre de una cabecera, como X-API-KEY.</translation>
    </message>
    <message>
        <source>The path of a folder, or empty.</source>
        <translation>La ruta de una carpeta, o vacío.</translation>
    </message>
    <message>
        <source>The printer that takes over its slips.</source>
        <translation>La impresora que toma sus tickets.</translation>
    </message>
    <message>
        <source>The printer's buzzer helps</source>
        <translation>Ayuda el zumbador de la impresora</translation>
    </message>
    <message>
        <source>The publisher's address. Empty: never looked for.</source>
        <translation>Dirección del editor. Vacío: no se busca nunca.</translation>
    </message>
    <message>
        <source>The publisher's key</source>
        <translation>Clave del editor</translation>
    </message>
    <message>
        <source>The publisher's whole key of 44 letters and signs, or empty.</source>
        <translation>La clave completa del editor, de 44 letras y signos, o vacío.</translation>
    </message>
    <message>
        <source>The ruler shows how many this printer takes.</source>
        <translation>La regla muestra cuántas caben en esta impresora.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Call whoever looks after this computer.</source>
        <translation>No se puede leer el archivo de ajustes. Llame a quien cuida este ordenador.</translation>
    </message>
    <message>
        <source>The settings file cannot be written. Call whoever looks after this computer.</source>
        <translation>No se puede escribir el archivo de ajustes. Llame a quien cuida este ordenador.</translation>
    </message>
    <message>
        <source>The settings file was changed by hand and cannot be read: “pult check” names the line.</source>
        <translation>El archivo de ajustes se cambió a mano y no se puede leer: «pult check» indica la línea.</translation>
    </message>
    <message>
        <source>The three letters of a currency, such as HUF or EUR.</source>
        <translation>Las tres letras de una moneda, como HUF o EUR.</translation>
    </message>
    <message>
        <source>The three letters of the shop's money, such as EUR.</source>
        <translation>Las tres letras de la moneda de la tienda, como EUR.</translation>
    </message>
    <message>
        <source>The vendor then hears of nothing that follows.</source>
        <translation>La plataforma ya no se entera de lo que sigue.</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Toda la pantalla</translation>
    </message>
    <message>
        <source>The whole screen leaves no way to other programs.</source>
        <translation>Toda la pantalla no deja paso a otros programas.</translation>
    </message>
    <message>
        <source>Their orders are entered into the register.</source>
        <translation>Sus pedidos se anotan en la caja.</translation>
    </message>
    <message>
        <source>Then the order counts as collected. With 0 only by a tap.</source>
        <translation>Entonces el pedido cuenta como entregado. Con 0 solo tocando.</translation>
    </message>
    <message>
        <source>There is no other printer yet.</source>
        <translation>Aún no hay otra impresora.</translation>
    </message>
    <message>
        <source>They would hand slips round in a circle. The last one takes over nothing.</source>
        <translation>Se pasarían los tickets en círculo. La última no debe tener relevo.</translation>
    </message>
    <message>
        <source>This computer's address; 0.0.0.0 is every one it has.</source>
        <translation>La dirección de este ordenador; 0.0.0.0 son todas.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto es necesario.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Esto no es un número.</translation>
    </message>
    <message>
        <source>This pattern cannot be read.</source>
        <translation>Este patrón no se entiende.</translation>
    </message>
    <message>
        <source>This printer prints no slips: tick Slips.</source>
        <translation>Esta impresora no imprime tickets: marque Tickets.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Till id</source>
        <translation>Id. de puesto</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Tiempo para deshacer</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Type or paste it here</source>
        <translation>Escríbalo o péguelo aquí</translation>
    </message>
    <message>
        <source>Types like a keyboard</source>
        <translation>Escribe como un teclado</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Under it the register shows where orders come from.</source>
        <translation>Con él la caja muestra de dónde vienen los pedidos.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Usually: {value}.</source>
        <translation>Normalmente: {value}.</translation>
    </message>
    <message>
        <source>Vendor {name}</source>
        <translation>Plataforma {name}</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>Espera de conexión</translation>
    </message>
    <message>
        <source>Wait for a whole slip</source>
        <translation>Espera de un ticket entero</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Espera de respuesta</translation>
    </message>
    <message>
        <source>Walk-in orders</source>
        <translation>Pedidos de mostrador</translation>
    </message>
    <message>
        <source>What customers read may differ from the screen.</source>
        <translation>Lo que lee el cliente puede diferir de la pantalla.</translation>
    </message>
    <message>
        <source>What is not signed with it is refused.</source>
        <translation>Lo que no está firmado con ella se rechaza.</translation>
    </message>
    <message>
        <source>What is open once an order was accepted, ready or collected.</source>
        <translation>Qué queda abierto al aceptar, terminar o entregar un pedido.</translation>
    </message>
    <message>
        <source>When cash is taken</source>
        <translation>Al cobrar en efectivo</translation>
    </message>
    <message>
        <source>When it comes as a field is tapped.</source>
        <translation>Cuándo aparece al tocar un campo.</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Si hace falta</translation>
    </message>
    <message>
        <source>When the vendor said yes</source>
        <translation>Cuando la plataforma dijo que sí</translation>
    </message>
    <message>
        <source>Where client id and secret are exchanged for a token.</source>
        <translation>Donde el id. y el secreto del cliente se cambian por un token.</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Where its service is reached; begins with https://</source>
        <translation>Donde se llega a su servicio; empieza por https://</translation>
    </message>
    <message>
        <source>Where orders and logs are kept. Empty: the usual folder.</source>
        <translation>Donde se guardan pedidos y registros. Vacío: la carpeta habitual.</translation>
    </message>
    <message>
        <source>Where orders are kept</source>
        <translation>Dónde se guardan los pedidos</translation>
    </message>
    <message>
        <source>Where this computer cannot be heard.</source>
        <translation>Si este ordenador no se oye.</translation>
    </message>
    <message>
        <source>Whether anything on the screen moves by itself.</source>
        <translation>Si algo de la pantalla se mueve solo.</translation>
    </message>
    <message>
        <source>Whether it sounds with each slip.</source>
        <translation>Si suena con cada ticket.</translation>
    </message>
    <message>
        <source>Whether orders can be keyed in here.</source>
        <translation>Si aquí se pueden introducir pedidos.</translation>
    </message>
    <message>
        <source>Which screen</source>
        <translation>Qué pantalla</translation>
    </message>
    <message>
        <source>While they ring; never over a dialog.</source>
        <translation>Mientras suenan; nunca sobre un diálogo.</translation>
    </message>
    <message>
        <source>While you are tapping, a new order only chimes until then.</source>
        <translation>Mientras alguien toca la pantalla, hasta entonces solo suena un aviso suave.</translation>
    </message>
    <message>
        <source>Who accepted an order, where the vendor takes it.</source>
        <translation>Quién aceptó un pedido, donde la plataforma lo admite.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Without it, orders with a delivery fee do not reach the register.</source>
        <translation>Sin él, los pedidos con gastos de envío no llegan a la caja.</translation>
    </message>
    <message>
        <source>Written as #RRGGBB. Empty: ours, dark.</source>
        <translation>Escrito como #RRGGBB. Vacío: el nuestro, oscuro.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
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
        <translation>ninguno</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nada elegido</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>set</source>
        <translation>definido</translation>
    </message>
    <message>
        <source>{label} · not saved</source>
        <translation>{label} · sin guardar</translation>
    </message>
    <message>
        <source>{label}, line {number}</source>
        <translation>{label}, línea {number}</translation>
    </message>
    <message>
        <source>{label}: back to {value}</source>
        <translation>{label}: volver a {value}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Add printer by hand</source>
        <translation>Añadir impresora a mano</translation>
    </message>
    <message>
        <source>Add scanner</source>
        <translation>Añadir lector</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>En el trabajo</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Customers' data</source>
        <translation>Datos de clientes</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Archivo de dispositivo</translation>
    </message>
    <message>
        <source>Everything of the settings file. What you do not know, leave as it is.</source>
        <translation>Todo lo del archivo de ajustes. Lo que no conozca, déjelo como está.</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Menos ajustes</translation>
    </message>
    <message>
        <source>Fill in what you know, then save it.</source>
        <translation>Rellene lo que sepa y guárdelo.</translation>
    </message>
    <message>
        <source>Its orders come once Pult is started again.</source>
        <translation>Sus pedidos llegan tras reiniciar Pult.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Pedidos tardíos</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Más ajustes</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network, ePOS</source>
        <translation>Red, ePOS</translation>
    </message>
    <message>
        <source>No scanner set up</source>
        <translation>Ningún lector configurado</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>Orders work without one: tap the card instead.</source>
        <translation>Los pedidos funcionan sin él: toque la tarjeta.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Buscar en todos los ajustes</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Puerto serie</translation>
    </message>
    <message>
        <source>Simulated, on this screen</source>
        <translation>Simulado, en esta pantalla</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Switch it on and fill in what it needs, then save.</source>
        <translation>Actívela, rellene lo necesario y guarde.</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Cola del sistema</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar conexión</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>Este puesto</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>{vendor} is not in use</source>
        <translation>{vendor} no está en uso</translation>
    </message>
    <message>
        <source>{vendor} is set up</source>
        <translation>{vendor} está configurada</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Nothing was saved. {why}</source>
        <translation>No se guardó nada. {why}</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Guardar aquí</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Guardar la configuración</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Take over a set-up</source>
        <translation>Copiar una configuración</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Copy this till</source>
        <translation>Copiar este puesto</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Pantalla de clientes</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma y aspecto</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Impresoras</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Lectores</translation>
    </message>
    <message>
        <source>Set up Pult</source>
        <translation>Configurar Pult</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Plataformas</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>All is settled. Take a tick back to have it here again.</source>
        <translation>Todo resuelto. Retire una marca para tenerlo aquí otra vez.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Give {amount} back {there}: the customer had paid {vendor}.</source>
        <translation>Devuelva {amount} {there}: el cliente había pagado a {vendor}.</translation>
    </message>
    <message>
        <source>Here only; {vendor} is not told</source>
        <translation>Solo aquí; {vendor} no recibe aviso</translation>
    </message>
    <message>
        <source>Pult cannot do these by itself. Do each where it says, then tick it.</source>
        <translation>Pult no puede hacer esto solo. Haga cada cosa donde se indica y márquela.</translation>
    </message>
    <message>
        <source>Settled: {number}, {what}</source>
        <translation>Resuelto: {number}, {what}</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>in the {place}</source>
        <translation>en {place}</translation>
    </message>
    <message>
        <source>in {vendor} itself</source>
        <translation>en {vendor}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>desde {time}</translation>
    </message>
    <message>
        <source>{amount} was given back here. Note it {there}, which counts it as paid.</source>
        <translation>{amount} se devolvieron aquí. Anótelo {there}, que lo cuenta como pagado.</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} por resolver</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{vendor} does not know that it was cancelled. Cancel it there.</source>
        <translation>{vendor} no sabe que se canceló. Cancélelo allí.</translation>
    </message>
    <message>
        <source>{vendor} does not know that it was rejected. Reject it there.</source>
        <translation>{vendor} no sabe que se rechazó. Rechácelo allí.</translation>
    </message>
    <message>
        <source>{vendor} does not know that the customer left. Close the order there.</source>
        <translation>{vendor} no sabe que el cliente no lo recogió. Cierre allí el pedido.</translation>
    </message>
    <message>
        <source>{vendor} is not told</source>
        <translation>{vendor} no recibe aviso</translation>
    </message>
    <message>
        <source>{vendor} is not told; its own refund is done {there}.</source>
        <translation>{vendor} no recibe aviso; su propio reembolso se hace {there}.</translation>
    </message>
    <message>
        <source>{vendor} is not told; refund there</source>
        <translation>{vendor} no recibe aviso; reembolse allí</translation>
    </message>
    <message>
        <source>{vendor} is not told; refund {there}</source>
        <translation>{vendor} no recibe aviso; reembolse {there}</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>8 letters or more. Without it nobody can open the file.</source>
        <translation>8 letras o más. Sin ella nadie puede abrir el archivo.</translation>
    </message>
    <message>
        <source>All settings, keys and the logo go into one file that only the passphrase opens. Orders stay here, and so do this till's name and id.</source>
        <translation>Todos los ajustes, claves y el logotipo van a un archivo que solo abre la frase de paso. Los pedidos se quedan aquí, igual que el nombre y el id. de este puesto.</translation>
    </message>
    <message>
        <source>From another till</source>
        <translation>De otro puesto</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Frase de paso del archivo</translation>
    </message>
    <message>
        <source>Replaces the settings of this till; it keeps its name, id and orders.</source>
        <translation>Sustituye los ajustes de este puesto; conserva nombre, id. y pedidos.</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Guardar la configuración</translation>
    </message>
    <message>
        <source>Show the passphrase: {action}</source>
        <translation>Mostrar la frase de paso: {action}</translation>
    </message>
    <message>
        <source>Take over a set-up</source>
        <translation>Copiar una configuración</translation>
    </message>
    <message>
        <source>The passphrase does not fit {file}. Nothing was changed. Type it again.</source>
        <translation>La frase de paso no corresponde a {file}. No se cambió nada. Escríbala otra vez.</translation>
    </message>
    <message>
        <source>The passphrase is too short. It needs 8 letters or more.</source>
        <translation>La frase de paso es demasiado corta. Necesita 8 letras o más.</translation>
    </message>
    <message>
        <source>The set-up in {file} does not fit this till. Nothing was changed. {detail}</source>
        <translation>La configuración de {file} no sirve para este puesto. No se cambió nada. {detail}</translation>
    </message>
    <message>
        <source>The set-up was taken over. It holds once Pult is started again.</source>
        <translation>La configuración se copió. Vale tras reiniciar Pult.</translation>
    </message>
    <message>
        <source>The shop's PIN is needed. Nothing was changed. Leave Settings and open them again.</source>
        <translation>Se necesita el PIN de la tienda. No se ha cambiado nada. Salga de los ajustes y ábralos otra vez.</translation>
    </message>
    <message>
        <source>To another till</source>
        <translation>A otro puesto</translation>
    </message>
    <message>
        <source>Written to {path}. Keep the passphrase apart from the file.</source>
        <translation>Escrito en {path}. Guarde la frase de paso aparte del archivo.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {detail}. Nothing was changed.</source>
        <translation>{file} no se puede usar: {detail}. No se cambió nada.</translation>
    </message>
    <message>
        <source>{file} is damaged. Nothing was changed. Copy the file again from the other till.</source>
        <translation>{file} está dañado. No se cambió nada. Copie otra vez el archivo del otro puesto.</translation>
    </message>
    <message>
        <source>{file} is no set-up of Pult. Nothing was changed.</source>
        <translation>{file} no es una configuración de Pult. No se cambió nada.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Pult. Nothing was changed. Bring Pult up to date here first.</source>
        <translation>{file} se hizo con un Pult más nuevo. No se cambió nada. Actualice antes Pult aquí.</translation>
    </message>
</context>
<context>
    <name>ShownRow</name>
    <message>
        <source>Left out</source>
        <translation>Se omite</translation>
    </message>
    <message>
        <source>On the slip</source>
        <translation>En el ticket</translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Scan</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>SlipPreviewView</name>
    <message>
        <source>Exactly what it prints</source>
        <translation>Exactamente lo que imprime</translation>
    </message>
    <message>
        <source>No picture can be drawn here</source>
        <translation>Aquí no se puede dibujar</translation>
    </message>
    <message>
        <source>Preview of a slip</source>
        <translation>Vista previa del ticket</translation>
    </message>
    <message>
        <source>The letters are the printer's own</source>
        <translation>Las letras son las de la impresora</translation>
    </message>
</context>
<context>
    <name>SlipSection</name>
    <message numerus="yes">
        <source>%n changes, not saved</source>
        <translation>
            <numerusform>%n cambio sin guardar</numerusform>
            <numerusform>%n cambios sin guardar</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer's name</source>
        <translation>Nombre del cliente</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Lines above the number</source>
        <translation>Líneas sobre el número</translation>
    </message>
    <message>
        <source>Lines at the end</source>
        <translation>Líneas al final</translation>
    </message>
    <message>
        <source>Nothing was changed, slips are printed as before. {why}</source>
        <translation>No se cambió nada; los tickets se imprimen como antes. {why}</translation>
    </message>
    <message>
        <source>Number, vendor, what is to be paid and the customer's note always stand.</source>
        <translation>Número, plataforma, importe a cobrar y nota del cliente siempre salen.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Precios</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Código QR</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved. The next slip is printed so.</source>
        <translation>Guardado. El próximo ticket sale así.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Takes effect with the next slip, no restart</source>
        <translation>Desde el próximo ticket, sin reiniciar</translation>
    </message>
    <message>
        <source>This is how slips are printed now.</source>
        <translation>Así se imprimen ahora los tickets.</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>*Slip waits for your answer.* It is too old to come by itself.</source>
        <translation>*El ticket espera su respuesta.* Es demasiado antiguo para salir solo.</translation>
    </message>
    <message>
        <source>*Slip waits:* “{printer}” {cause}.</source>
        <translation>*El ticket espera:* «{printer}» {cause}.</translation>
    </message>
    <message>
        <source>*Station slip waits for your answer.* It is too old to come by itself.</source>
        <translation>*La comanda espera su respuesta.* Es demasiado antigua para salir sola.</translation>
    </message>
    <message>
        <source>*Station slip waits:* “{printer}” {cause}.</source>
        <translation>*La comanda espera:* «{printer}» {cause}.</translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>Salieron todos</translation>
    </message>
    <message>
        <source>Came out</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Look at the printer, then say of each slip whether it came out.</source>
        <translation>Mire la impresora y diga de cada ticket si salió.</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Sin ticket</translation>
    </message>
    <message>
        <source>None came out</source>
        <translation>No salió ninguno</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>Otra impresora</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Imprimirlo</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Slips that wait for “{printer}”</source>
        <translation>Tickets que esperan a «{printer}»</translation>
    </message>
    <message>
        <source>Slips to look at</source>
        <translation>Tickets por mirar</translation>
    </message>
    <message>
        <source>These are too old to come by themselves. Are they still wanted?</source>
        <translation>Estos son demasiado antiguos para salir solos. ¿Hacen falta aún?</translation>
    </message>
    <message>
        <source>Waits since {time} for “{printer}”</source>
        <translation>Espera desde las {time} a «{printer}»</translation>
    </message>
    <message>
        <source>Waits since {time}: “{printer}” {cause}</source>
        <translation>Espera desde las {time}: «{printer}» {cause}</translation>
    </message>
    <message>
        <source>waits {age}: too old to come by itself</source>
        <translation>espera {age}: demasiado antiguo para salir solo</translation>
    </message>
    <message>
        <source>waits {age}: “{printer}” {cause}</source>
        <translation>espera {age}: «{printer}» {cause}</translation>
    </message>
    <message>
        <source>{number} · {vendor}</source>
        <translation>{number} · {vendor}</translation>
    </message>
    <message>
        <source>{number} · {vendor} · printed again</source>
        <translation>{number} · {vendor} · reimpreso</translation>
    </message>
    <message>
        <source>{number} · {vendor} · station slip</source>
        <translation>{number} · {vendor} · comanda</translation>
    </message>
    <message>
        <source>{slips}. Orders go on; nothing comes out twice.</source>
        <translation>{slips}. Los pedidos siguen; nada sale dos veces.</translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which stopped answering at the end</source>
        <translation>{time} en «{printer}», que dejó de responder al final</translation>
    </message>
    <message>
        <source>{time} on “{printer}”, which {cause}. It may still come out by itself</source>
        <translation>{time} en «{printer}», que {cause}. Quizá aún salga solo</translation>
    </message>
    <message>
        <source>{time} on “{printer}”. Pult ended while it printed</source>
        <translation>{time} en «{printer}». Pult se cerró mientras imprimía</translation>
    </message>
</context>
<context>
    <name>SoldOut</name>
    <message>
        <source>No product found. Search for a part of its name.</source>
        <translation>Ningún producto encontrado. Busque parte de su nombre.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Buscar productos</translation>
    </message>
    <message>
        <source>Tap what is sold out today, tap again to take it back. The vendors still offer it.</source>
        <translation>Toque lo que está agotado hoy; toque otra vez para retirarlo. Las plataformas siguen ofreciéndolo.</translation>
    </message>
    <message>
        <source>The catalogue is empty. Open an order and tap the line that is sold out.</source>
        <translation>El catálogo está vacío. Abra un pedido y toque la línea agotada.</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>{count} más: búsquelos</translation>
    </message>
</context>
<context>
    <name>SoundDesk</name>
    <message>
        <source>A loudspeaker that is plugged in later is used at once.</source>
        <translation>Un altavoz conectado después se usa enseguida.</translation>
    </message>
    <message>
        <source>Do not leave the screen out of sight until Pult can be heard.</source>
        <translation>No pierda de vista la pantalla hasta que se oiga Pult.</translation>
    </message>
    <message>
        <source>Look whether the computer is muted.</source>
        <translation>Mire si el ordenador está silenciado.</translation>
    </message>
    <message>
        <source>Look whether the loudspeaker is plugged in and switched on.</source>
        <translation>Mire si el altavoz está conectado y encendido.</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead</source>
        <translation>Sin sonido: Pult parpadea en su lugar</translation>
    </message>
    <message>
        <source>No sound: Pult flashes instead.</source>
        <translation>Sin sonido: Pult parpadea en su lugar.</translation>
    </message>
    <message>
        <source>Orders are not called out.</source>
        <translation>Los pedidos no se anuncian en voz alta.</translation>
    </message>
    <message>
        <source>Orders are safe. The window flashes for each one that is new.</source>
        <translation>Los pedidos están a salvo. La ventana parpadea con cada uno nuevo.</translation>
    </message>
    <message>
        <source>Press “Test the sound”.</source>
        <translation>Pulse «Probar el sonido».</translation>
    </message>
    <message>
        <source>Pult rings for new orders.</source>
        <translation>Pult suena con los pedidos nuevos.</translation>
    </message>
    <message>
        <source>Sound works again.</source>
        <translation>El sonido vuelve a funcionar.</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Probar el sonido</translation>
    </message>
    <message>
        <source>The loudspeaker takes no sound.</source>
        <translation>El altavoz no acepta sonido.</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker.</source>
        <translation>Este ordenador no tiene altavoz.</translation>
    </message>
    <message>
        <source>This computer has no voice for the till's language.</source>
        <translation>Este ordenador no tiene voz para el idioma del puesto.</translation>
    </message>
    <message>
        <source>This computer is muted.</source>
        <translation>Este ordenador está silenciado.</translation>
    </message>
    <message>
        <source>This computer's sound system does not run.</source>
        <translation>El sistema de sonido del ordenador no funciona.</translation>
    </message>
    <message>
        <source>This computer's sound system was started anew. Start Pult again to hear it.</source>
        <translation>El sistema de sonido se reinició. Reinicie Pult para oírlo.</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>A badge is any code a scanner reads. Scanned, it changes who works here.</source>
        <translation>Una tarjeta de personal es cualquier código que lea un lector. Al leerla cambia quién trabaja aquí.</translation>
    </message>
    <message>
        <source>Anybody may</source>
        <translation>Puede cualquiera</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Badge of {name}</source>
        <translation>Tarjeta de {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Cambiar {name}</translation>
    </message>
    <message>
        <source>Close Pult</source>
        <translation>Cerrar Pult</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Erase name</source>
        <translation>Borrar nombre</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>Borrar {name}</translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation>¿Borrar {name}?</translation>
    </message>
    <message>
        <source>Former staff</source>
        <translation>Personal anterior</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Entregar sin cobrar</translation>
    </message>
    <message>
        <source>History keeps what was done, without the name. That cannot be taken back.</source>
        <translation>El Historial conserva lo hecho, sin el nombre. Eso no se puede deshacer.</translation>
    </message>
    <message>
        <source>Kept. Scanned again, it changes who works here.</source>
        <translation>Guardada. Al leerla otra vez cambia quién trabaja aquí.</translation>
    </message>
    <message>
        <source>Key in the shop's PIN.</source>
        <translation>Teclee el PIN de la tienda.</translation>
    </message>
    <message>
        <source>Key in your own PIN, or scan your badge.</source>
        <translation>Teclee su PIN o lea su tarjeta.</translation>
    </message>
    <message>
        <source>Left; the name stays in History</source>
        <translation>Se fue; el nombre queda en el Historial</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Money returned</source>
        <translation>Dinero devuelto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>PIN nuevo otra vez</translation>
    </message>
    <message>
        <source>New PIN, 4 to 8 digits</source>
        <translation>PIN nuevo, de 4 a 8 cifras</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>No PIN and no badge</source>
        <translation>Sin PIN ni tarjeta</translation>
    </message>
    <message>
        <source>No PIN is set yet, so nothing asks for one.</source>
        <translation>Aún no hay PIN, así que nada lo pide.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Nothing was changed. Begin anew and key it in.</source>
        <translation>No se ha cambiado nada. Empiece de nuevo e introdúzcalo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take another code.</source>
        <translation>No se cambió nada. Tome otro código.</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>PIN anterior</translation>
    </message>
    <message>
        <source>Only with the PIN</source>
        <translation>Solo con el PIN</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Abrir Ajustes</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN for Settings</source>
        <translation>PIN para Ajustes</translation>
    </message>
    <message>
        <source>PIN for money back</source>
        <translation>PIN para devolver dinero</translation>
    </message>
    <message>
        <source>PIN for {act}</source>
        <translation>PIN para {act}</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN de {name}</translation>
    </message>
    <message>
        <source>PIN to close</source>
        <translation>PIN para cerrar</translation>
    </message>
    <message>
        <source>PIN to hand over unpaid</source>
        <translation>PIN para entregar sin cobrar</translation>
    </message>
    <message>
        <source>Print badge</source>
        <translation>Imprimir tarjeta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Scan badge</source>
        <translation>Leer tarjeta</translation>
    </message>
    <message>
        <source>Scan the badge now</source>
        <translation>Lea la tarjeta ahora</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Poner el PIN</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Somebody here has that name already.</source>
        <translation>Alguien aquí ya tiene ese nombre.</translation>
    </message>
    <message>
        <source>Take PIN away</source>
        <translation>Quitar PIN</translation>
    </message>
    <message>
        <source>Take badge away</source>
        <translation>Quitar tarjeta</translation>
    </message>
    <message>
        <source>Tap your name or scan your badge. History says who did what.</source>
        <translation>Toque su nombre o lea su tarjeta. El Historial dice quién hizo qué.</translation>
    </message>
    <message>
        <source>That PIN is not right. One more try, then Pult waits.</source>
        <translation>Ese PIN no es correcto. Un intento más y Pult espera.</translation>
    </message>
    <message>
        <source>That PIN is not right. {count} more tries, then Pult waits.</source>
        <translation>Ese PIN no es correcto. {count} intentos más y Pult espera.</translation>
    </message>
    <message>
        <source>That is the badge of {name}</source>
        <translation>Esa es la tarjeta de {name}</translation>
    </message>
    <message>
        <source>The PIN cannot be looked at now. Orders are safe. Try again.</source>
        <translation>Ahora no se puede comprobar el PIN. Los pedidos están a salvo. Reintente.</translation>
    </message>
    <message>
        <source>The badge was not kept</source>
        <translation>La tarjeta no se guardó</translation>
    </message>
    <message>
        <source>The two new PINs differ.</source>
        <translation>Los dos PIN nuevos no coinciden.</translation>
    </message>
    <message>
        <source>This needs the shop's PIN.</source>
        <translation>Para esto hace falta el PIN de la tienda.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time}. Orders go on meanwhile.</source>
        <translation>Demasiados PIN incorrectos. Reintente en {time}. Los pedidos siguen entretanto.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a little, then try again. Orders go on meanwhile.</source>
        <translation>Demasiados PIN incorrectos. Espere un poco y reintente. Los pedidos siguen entretanto.</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>What is done from now on is in this name.</source>
        <translation>Lo que se haga desde ahora va a este nombre.</translation>
    </message>
    <message>
        <source>What needs the shop's PIN</source>
        <translation>Qué pide el PIN de la tienda</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Quién trabaja aquí</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>¿Quién trabaja aquí?</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>¿Quién?</translation>
    </message>
    <message>
        <source>With PIN and badge</source>
        <translation>Con PIN y tarjeta</translation>
    </message>
    <message>
        <source>With a PIN</source>
        <translation>Con PIN</translation>
    </message>
    <message>
        <source>With a badge</source>
        <translation>Con tarjeta</translation>
    </message>
    <message>
        <source>With names History says who did what. One tap on the name at the top changes it.</source>
        <translation>Con nombres el Historial dice quién hizo qué. Un toque en el nombre de arriba lo cambia.</translation>
    </message>
    <message>
        <source>Write it down for the owner. When it is lost, whoever keeps this PC resets it with “pult pin reset”.</source>
        <translation>Apúntelo para el dueño. Si se pierde, quien cuida este PC lo restablece con «pult pin reset».</translation>
    </message>
    <message>
        <source>{name} works here</source>
        <translation>{name} trabaja aquí</translation>
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
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Pult fetches the orders of this till.</source>
        <translation>Pult recupera los pedidos de este puesto.</translation>
    </message>
</context>
<context>
    <name>StopWindow</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close it first, also where another user of this computer has it.</source>
        <translation>Ciérrelo primero, también si lo tiene otro usuario de este equipo.</translation>
    </message>
    <message>
        <source>Correct in the settings file what is named below, then start Pult again.</source>
        <translation>Corrija en el archivo de ajustes lo que se indica abajo y vuelva a iniciar Pult.</translation>
    </message>
    <message>
        <source>Nothing was changed. The orders are kept as they were left.</source>
        <translation>No se cambió nada. Los pedidos siguen como quedaron.</translation>
    </message>
    <message>
        <source>Pult cannot start: it could not keep any orders</source>
        <translation>Pult no puede iniciarse: no podría guardar ningún pedido</translation>
    </message>
    <message>
        <source>Pult cannot start: its settings cannot be used</source>
        <translation>Pult no puede iniciarse: sus ajustes no sirven</translation>
    </message>
    <message>
        <source>Pult is open already, but does not answer here</source>
        <translation>Pult ya está abierto, pero aquí no responde</translation>
    </message>
    <message>
        <source>Type “pult check” in a terminal: it names the command that helps.</source>
        <translation>Escriba «pult check» en un terminal: indica la orden que lo arregla.</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>Details: {text}</source>
        <translation>Detalles: {text}</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Haga</translation>
    </message>
    <message>
        <source>Don't</source>
        <translation>No haga</translation>
    </message>
</context>
<context>
    <name>Takeover</name>
    <message>
        <source>1 new order</source>
        <translation>1 pedido nuevo</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarlo</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>{count} new orders</source>
        <translation>{count} pedidos nuevos</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Número de pedido</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause and sold out</source>
        <translation>Pausa y agotado</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Pedido de mostrador</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>take-away</source>
        <translation>para llevar</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>«{note}»</translation>
    </message>
</context>
<context>
    <name>TotalsList</name>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>Accepted orders alone</source>
        <translation>Solo los aceptados</translation>
    </message>
    <message>
        <source>Accepted orders are summed here.</source>
        <translation>Aquí se suman los pedidos aceptados.</translation>
    </message>
    <message>
        <source>Close the totals</source>
        <translation>Cerrar los totales</translation>
    </message>
    <message>
        <source>Count new orders too</source>
        <translation>Contar también los nuevos</translation>
    </message>
    <message>
        <source>New orders are counted too</source>
        <translation>Los nuevos también cuentan</translation>
    </message>
    <message>
        <source>Nothing to make</source>
        <translation>Nada que preparar</translation>
    </message>
    <message>
        <source>To make</source>
        <translation>Por preparar</translation>
    </message>
</context>
<context>
    <name>TouchMenu</name>
    <message>
        <source>All details</source>
        <translation>Todos los detalles</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Tarjeta de fidelidad</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>*Did slip {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation>*¿Salió el ticket {number}?* Pult se cerró mientras imprimía. Mire «{printer}».</translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation>*¿Salió el ticket {number}?* «{printer}» dejó de responder. Mírela.</translation>
    </message>
    <message>
        <source>*Did slip {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation>*¿Salió el ticket {number}?* «{printer}» {cause}; cuando se arregle, quizá lo imprima sola.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* Pult ended while it printed. Look at “{printer}”.</source>
        <translation>*¿Salió la comanda de {number}?* Pult se cerró mientras imprimía. Mire «{printer}».</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” stopped answering. Look at it.</source>
        <translation>*¿Salió la comanda de {number}?* «{printer}» dejó de responder. Mírela.</translation>
    </message>
    <message>
        <source>*Did the station slip of {number} come out?* “{printer}” {cause}; put right, it may still print it by itself.</source>
        <translation>*¿Salió la comanda de {number}?* «{printer}» {cause}; cuando se arregle, quizá la imprima sola.</translation>
    </message>
    <message>
        <source>*Money taken, not accepted.* {why}. {amount} is kept here.</source>
        <translation>*Dinero cobrado, sin aceptar.* {why}. Aquí se guardan {amount}.</translation>
    </message>
    <message>
        <source>*This order is not in {vendor}.* Here it goes on. Settle it under *Not in register*.</source>
        <translation>*Este pedido no está en {vendor}.* Aquí sigue. Resuélvalo en *No está en caja*.</translation>
    </message>
    <message>
        <source>*Your Accept may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation>*Puede que su Aceptar no llegara a {vendor}.* Nada se envía dos veces.</translation>
    </message>
    <message>
        <source>*Your Reject may not have reached {vendor}.* Nothing is sent twice.</source>
        <translation>*Puede que su Rechazar no llegara a {vendor}.* Nada se envía dos veces.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that it has this order.* Look there for {number}. The order goes on here; Pult does not send it again by itself.</source>
        <translation>*{vendor} no ha confirmado que tiene este pedido.* Busque allí {number}. El pedido sigue aquí; Pult no lo reenvía solo.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed that the payment failed.* Nothing is sent twice.</source>
        <translation>*{vendor} no ha confirmado que el pago no salió.* Nada se envía dos veces.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {amount}.* Keep the money, do not charge again.</source>
        <translation>*{vendor} no ha confirmado {amount}.* Guarde el dinero, no cobre de nuevo.</translation>
    </message>
    <message>
        <source>*{vendor} has not confirmed {move}.* You can go on; nothing is sent twice.</source>
        <translation>*{vendor} no ha confirmado {move}.* Puede seguir; nada se envía dos veces.</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.*</source>
        <translation>*{vendor} denegó {move}.*</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Here the order goes on; set it there by hand.</source>
        <translation>*{vendor} denegó {move}.* Aquí el pedido sigue; póngalo allí a mano.</translation>
    </message>
    <message>
        <source>*{vendor} refused {move}.* Keep the money. Look in {vendor} what it shows.</source>
        <translation>*{vendor} denegó {move}.* Guarde el dinero. Mire qué muestra {vendor}.</translation>
    </message>
    <message>
        <source>Here it stands as {vendor} has it.</source>
        <translation>Aquí está como lo tiene {vendor}.</translation>
    </message>
    <message>
        <source>It is not accepted; do not prepare it yet.</source>
        <translation>No está aceptado; no lo prepare aún.</translation>
    </message>
    <message>
        <source>It is not rejected; the customer waits.</source>
        <translation>No está rechazado; el cliente espera.</translation>
    </message>
    <message>
        <source>Nothing more is sent by itself.</source>
        <translation>No se envía nada más por sí solo.</translation>
    </message>
    <message>
        <source>Pult asks again at {time}.</source>
        <translation>Pult pregunta otra vez a las {time}.</translation>
    </message>
    <message>
        <source>Pult is asking.</source>
        <translation>Pult está preguntando.</translation>
    </message>
    <message>
        <source>The printer</source>
        <translation>La impresora</translation>
    </message>
    <message>
        <source>Why: “{words}”.</source>
        <translation>Por qué: «{words}».</translation>
    </message>
    <message>
        <source>{vendor} has a state Pult does not know.</source>
        <translation>{vendor} tiene un estado que Pult no conoce.</translation>
    </message>
    <message>
        <source>{vendor} now wants {wanted}</source>
        <translation>{vendor} pide ahora {wanted}</translation>
    </message>
    <message>
        <source>{vendor} refused it</source>
        <translation>{vendor} lo denegó</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”.</source>
        <translation>{vendor} dice: «{words}».</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>quedan {seconds} s</translation>
    </message>
</context>
<context>
    <name>Unpaid</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Hand over {number} unpaid</source>
        <translation>Entregar {number} sin cobrar</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>No se puede deshacer.</translation>
    </message>
    <message>
        <source>The order has changed meanwhile. Close this and look at it.</source>
        <translation>El pedido cambió entretanto. Cierre esto y mírelo.</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>El motivo con sus palabras</translation>
    </message>
    <message>
        <source>Why is it not paid?</source>
        <translation>¿Por qué no está pagado?</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. The reason is kept in History.</source>
        <translation>{amount} quedan sin cobrar. El motivo se guarda en el Historial.</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is not told; the reason is in History.</source>
        <translation>{amount} quedan sin cobrar. {vendor} no recibe aviso; el motivo está en el Historial.</translation>
    </message>
    <message>
        <source>{amount} stays unpaid. {vendor} is told that {number} was collected; the reason is kept in History.</source>
        <translation>{amount} quedan sin cobrar. Se avisa a {vendor} de que {number} se entregó; el motivo se guarda en el Historial.</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Close Pult; an administrator then types: {command}</source>
        <translation>Cierre Pult; después un administrador escribe: {command}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Downloading Pult {version}…</source>
        <translation>Descargando Pult {version}…</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>It can be installed once you have closed.</source>
        <translation>Se puede instalar después de cerrar.</translation>
    </message>
    <message>
        <source>It ends Pult and starts it again. Orders are kept.</source>
        <translation>Cierra Pult y lo vuelve a abrir. Los pedidos se conservan.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Buscar ahora</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Versión nueva</translation>
    </message>
    <message>
        <source>No newer Pult could be had</source>
        <translation>No se pudo obtener un Pult más nuevo</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>No se busca</translation>
    </message>
    <message>
        <source>Not looked for yet</source>
        <translation>Aún no se ha buscado</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Once a day, outside opening hours, Pult looks by itself.</source>
        <translation>Una vez al día, fuera del horario de apertura, Pult busca por sí mismo.</translation>
    </message>
    <message>
        <source>Pult ends for a few minutes. Orders are kept.</source>
        <translation>Pult se cierra unos minutos. Los pedidos se conservan.</translation>
    </message>
    <message>
        <source>Pult {version} is ready to install</source>
        <translation>Pult {version} está listo para instalar</translation>
    </message>
    <message>
        <source>Pult {version} is there; it will not install itself while you are open.</source>
        <translation>Ya existe Pult {version}; no se instalará solo mientras está abierto.</translation>
    </message>
    <message>
        <source>Tell the publisher.</source>
        <translation>Avise al editor.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this disk.</source>
        <translation>El archivo no se puede guardar en este disco.</translation>
    </message>
    <message>
        <source>The file is not what was signed.</source>
        <translation>El archivo no es el que se firmó.</translation>
    </message>
    <message>
        <source>The newer Pult was not trusted</source>
        <translation>El Pult más nuevo no es de confianza</translation>
    </message>
    <message>
        <source>The publisher cannot be reached.</source>
        <translation>No se puede contactar con el editor.</translation>
    </message>
    <message>
        <source>The publisher's address and key stand under Advanced, Newer versions.</source>
        <translation>La dirección y la clave del editor están en Avanzado, Versiones nuevas.</translation>
    </message>
    <message>
        <source>The publisher's address is odd.</source>
        <translation>La dirección del editor es extraña.</translation>
    </message>
    <message>
        <source>The publisher's list cannot be read.</source>
        <translation>La lista del editor no se puede leer.</translation>
    </message>
    <message>
        <source>The publisher's list is older than what is known here.</source>
        <translation>La lista del editor es más antigua que lo que ya se conoce aquí.</translation>
    </message>
    <message>
        <source>The setup of {version} has started</source>
        <translation>El instalador de {version} se ha iniciado</translation>
    </message>
    <message>
        <source>The way back is kept: {file}</source>
        <translation>El camino de vuelta se conserva: {file}</translation>
    </message>
    <message>
        <source>There is no file for this system.</source>
        <translation>No hay archivo para este sistema.</translation>
    </message>
    <message>
        <source>This is the newest</source>
        <translation>Este es el más nuevo</translation>
    </message>
    <message>
        <source>What came is not signed by the publisher.</source>
        <translation>Lo que llegó no está firmado por el editor.</translation>
    </message>
    <message>
        <source>What came is too large to be right.</source>
        <translation>Lo que llegó es demasiado grande para ser correcto.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>For {number}</source>
        <translation>Para {number}</translation>
    </message>
    <message>
        <source>Forget card</source>
        <translation>Olvidar tarjeta</translation>
    </message>
    <message>
        <source>{card} waits. Open its order.</source>
        <translation>{card} espera. Abra su pedido.</translation>
    </message>
    <message>
        <source>{card}: for {number}?</source>
        <translation>{card}: ¿para {number}?</translation>
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
        <translation>Añadir igualmente</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Kept since {time}; not placed yet.</source>
        <translation>Guardado desde las {time}; aún sin hacer.</translation>
    </message>
    <message>
        <source>Key the amount in, or give the catalogue prices.</source>
        <translation>Teclee el importe o ponga precios al catálogo.</translation>
    </message>
    <message>
        <source>Name or barcode</source>
        <translation>Nombre o código de barras</translation>
    </message>
    <message>
        <source>Name or note</source>
        <translation>Nombre o nota</translation>
    </message>
    <message>
        <source>Name or note, for slip and card</source>
        <translation>Nombre o nota</translation>
    </message>
    <message>
        <source>No product found</source>
        <translation>Ningún producto encontrado</translation>
    </message>
    <message>
        <source>No products with a price</source>
        <translation>Ningún producto con precio</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Nada elegido todavía</translation>
    </message>
    <message>
        <source>Nothing was placed. Press “Walk-in order” to go on.</source>
        <translation>No se hizo ningún pedido. Pulse «Pedido de mostrador» para seguir.</translation>
    </message>
    <message>
        <source>On sale again</source>
        <translation>A la venta otra vez</translation>
    </message>
    <message>
        <source>Once placed it has a number, is in Preparing, and its slip is printed.</source>
        <translation>Al crearlo recibe número, está en preparación y sale su ticket.</translation>
    </message>
    <message>
        <source>One less of {name}</source>
        <translation>Uno menos de {name}</translation>
    </message>
    <message>
        <source>One more of {name}</source>
        <translation>Uno más de {name}</translation>
    </message>
    <message>
        <source>Place and pay</source>
        <translation>Crear y cobrar</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Crear pedido</translation>
    </message>
    <message>
        <source>Placing…</source>
        <translation>Haciendo el pedido…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Search for a part of its name, or key the amount in.</source>
        <translation>Busque parte de su nombre o teclee el importe.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Buscar productos</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Agotado</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Tap a product or scan its barcode.</source>
        <translation>Toque un producto o lea su código de barras.</translation>
    </message>
    <message>
        <source>Walk-in order</source>
        <translation>Pedido de mostrador</translation>
    </message>
    <message>
        <source>Walk-in order kept, {amount}.</source>
        <translation>Pedido de mostrador guardado, {amount}.</translation>
    </message>
    <message>
        <source>What is sold</source>
        <translation>Qué se vende</translation>
    </message>
    <message>
        <source>With {count} from the catalogue, {amount}.</source>
        <translation>Con {count} del catálogo, {amount}.</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>{count} más: búsquelos</translation>
    </message>
    <message>
        <source>{name} is sold out today.</source>
        <translation>{name} está agotado hoy.</translation>
    </message>
    <message>
        <source>{name}, sold out</source>
        <translation>{name}, agotado</translation>
    </message>
</context>
<context>
    <name>Wedge</name>
    <message>
        <source>A scanner is typing: use it?</source>
        <translation>Un lector está escribiendo: ¿usarlo?</translation>
    </message>
    <message>
        <source>A scanner that is not set up typed a code.</source>
        <translation>Un lector sin configurar escribió un código.</translation>
    </message>
    <message>
        <source>A scanner types like a keyboard and is not set up yet.</source>
        <translation>Un lector escribe como un teclado y aún no está configurado.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Alemán</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Húngaro</translation>
    </message>
    <message>
        <source>It works from now on.</source>
        <translation>Funciona desde ahora.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Nothing was changed. Open Settings, Scanners to use it.</source>
        <translation>No se cambió nada. Abra Ajustes, Lectores para usarlo.</translation>
    </message>
    <message>
        <source>Pult reads it right; set it to {here} to be sure.</source>
        <translation>Pult lo lee bien; póngalo en {here} para estar seguro.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>The scanner could not be set up.</source>
        <translation>No se pudo configurar el lector.</translation>
    </message>
    <message>
        <source>The scanner is set up.</source>
        <translation>El lector está configurado.</translation>
    </message>
    <message>
        <source>The scanner types as on a {scanner} keyboard.</source>
        <translation>El lector escribe como en un teclado {scanner}.</translation>
    </message>
    <message>
        <source>US</source>
        <translation>EE. UU.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>What it typed went into no field; nothing was changed.</source>
        <translation>Lo que escribió no entró en ningún campo; no se cambió nada.</translation>
    </message>
</context>
<context>
    <name>WidthDialog</name>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letra</numerusform>
            <numerusform>%n letras</numerusform>
        </translation>
    </message>
    <message>
        <source>From 16 to 96 letters.</source>
        <translation>De 16 a 96 letras.</translation>
    </message>
    <message>
        <source>Keep this width</source>
        <translation>Guardar este ancho</translation>
    </message>
    <message>
        <source>Letters a line</source>
        <translation>Letras por línea</translation>
    </message>
    <message>
        <source>Letters a line, from 16 to 96</source>
        <translation>Letras por línea, de 16 a 96</translation>
    </message>
    <message>
        <source>Line width of {printer}</source>
        <translation>Ancho de línea de {printer}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Print the ruler first. The largest number that stands at the end of its own line is the width of this printer.</source>
        <translation>Imprima antes la regla. El número mayor que acaba su propia línea es el ancho de esta impresora.</translation>
    </message>
</context>
</TS>
