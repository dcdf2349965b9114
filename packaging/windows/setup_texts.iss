; What installer.iss says beyond what Inno Setup says itself; each text in all four languages.

[CustomMessages]
en.DesktopTask=Put Pult on the desktop
hu.DesktopTask=Pult ikon az asztalra
es.DesktopTask=Poner Pult en el escritorio
de.DesktopTask=Pult auf den Desktop legen
en.AutostartTask=This PC is a till: start Pult at every log-on, whoever logs on
hu.AutostartTask=Ez a gép pénztár: a Pult minden bejelentkezéskor induljon el, bárki lép is be
es.AutostartTask=Este PC es un puesto: iniciar Pult en cada inicio de sesión, sea de quien sea
de.AutostartTask=Dieses Gerät steht am Tresen: Pult bei jeder Anmeldung starten, wer auch immer sich anmeldet
en.FirewallTask=Other PCs may call this till: open the callback port in the firewall (most shops do not need this)
hu.FirewallTask=Más gépek is hívhatják ezt a pénztárat: a visszahívások portja nyíljon meg a tűzfalon (a legtöbb boltban nem kell)
es.FirewallTask=Otros PC pueden llamar a este puesto: abrir el puerto de avisos en el cortafuegos (en la mayoría de las tiendas no hace falta)
de.FirewallTask=Andere PCs dürfen dieses Gerät anrufen: den Port für Rückrufe in der Firewall öffnen (die meisten Läden brauchen das nicht)
en.StartTask=Start Pult
hu.StartTask=Pult indítása
es.StartTask=Iniciar Pult
de.StartTask=Pult starten
en.PortTitle=Firewall
hu.PortTitle=Tűzfal
es.PortTitle=Cortafuegos
de.PortTitle=Firewall
en.PortHead=Which port may other PCs call?
hu.PortHead=Melyik portot hívhatják más gépek?
es.PortHead=¿A qué puerto pueden llamar otros PC?
de.PortHead=Welchen Port dürfen andere PCs anrufen?
en.PortText=It is the one in the settings, callbacks.port. The rule holds in private and domain networks only, and goes when Pult is removed. A tunnel on this PC needs no rule.
hu.PortText=A beállításokban szereplő callbacks.port. A szabály csak magán- és tartományi hálózatban érvényes, és a Pulttal együtt törlődik. Az ezen a gépen futó alagúthoz nem kell szabály.
es.PortText=Es el de los ajustes, callbacks.port. La regla solo vale en redes privadas y de dominio, y desaparece al quitar Pult. Un túnel en este PC no necesita regla.
de.PortText=Es ist der aus den Einstellungen, callbacks.port. Die Regel gilt nur in privaten Netzen und Domänen und geht mit Pult. Ein Tunnel auf diesem PC braucht keine Regel.
en.PortLabel=Port:
hu.PortLabel=Port:
es.PortLabel=Puerto:
de.PortLabel=Port:
en.PortWrong=The port is a number from 1 to 65535.
hu.PortWrong=A port 1 és 65535 közötti szám.
es.PortWrong=El puerto es un número del 1 al 65535.
de.PortWrong=Der Port ist eine Zahl von 1 bis 65535.
en.KioskTitle=A till that starts by itself
hu.KioskTitle=Pénztár, amely magától elindul
es.KioskTitle=Un puesto que arranca solo
de.KioskTitle=Ein Gerät, das von selbst startet
en.KioskHead=What Windows still needs from you
hu.KioskHead=Amit még a Windowsban kell beállítani
es.KioskHead=Lo que falta por ajustar en Windows
de.KioskHead=Was Sie noch in Windows einstellen
en.KioskText=1. Give the till a Windows account of its own, without administrator rights. Set Pult up there, not in yours, and have Windows log it on automatically.%n%n2. Settings, Windows Update, Advanced options (Windows 10: Update & Security), Active hours: set your opening hours, so that no restart comes between orders.%n%n3. Settings, System, Power: the PC and its screen never sleep.%n%n4. In Pult, Settings, Till: Window = The whole screen. Leaving then asks for the PIN.%n%nStep by step: README.txt in the folder of Pult, under “Windows”.
hu.KioskText=1. Legyen a pénztárnak saját Windows-fiókja rendszergazdai jog nélkül. A Pultot abban állítsa be, ne a sajátjában, és a Windows azzal jelentkezzen be magától.%n%n2. Gépház, Windows Update, Speciális beállítások (Windows 10: Frissítés és biztonság), Aktív időszak: a nyitvatartás, hogy két rendelés között ne induljon újra a gép.%n%n3. Gépház, Rendszer, Energiaellátás: a gép és a képernyő soha ne aludjon el.%n%n4. A Pultban: Beállítások, Pénztár, Ablak = teljes képernyő. A kilépéshez ekkor PIN kell.%n%nLépésről lépésre, angolul: README.txt a Pult mappájában, „Windows” alatt.
es.KioskText=1. Dé al puesto una cuenta de Windows propia, sin derechos de administrador. Configure Pult en ella, no en la suya, y haga que Windows la inicie automáticamente.%n%n2. Configuración, Windows Update, Opciones avanzadas (Windows 10: Actualización y seguridad), Horas activas: su horario de apertura, para que no se reinicie entre pedidos.%n%n3. Configuración, Sistema, Energía: el PC y la pantalla nunca se suspenden.%n%n4. En Pult, Ajustes, Puesto: Ventana = Toda la pantalla. Para salir hará falta el PIN.%n%nPaso a paso, en inglés: README.txt en la carpeta de Pult, en «Windows».
de.KioskText=1. Geben Sie dem Gerät ein eigenes Windows-Konto ohne Administratorrechte. Richten Sie Pult dort ein, nicht in Ihrem, und lassen Sie Windows es automatisch anmelden.%n%n2. Einstellungen, Windows Update, Erweiterte Optionen (Windows 10: Update und Sicherheit), Nutzungszeit: Ihre Öffnungszeiten, damit zwischen Bestellungen kein Neustart kommt.%n%n3. Einstellungen, System, Netzbetrieb: PC und Bildschirm schlafen nie.%n%n4. In Pult, Einstellungen, Gerät: Fenster = Der ganze Bildschirm. Zum Verlassen braucht es dann die PIN.%n%nSchritt für Schritt, auf Englisch: README.txt im Ordner von Pult, unter „Windows“.
en.StillRuns=Pult still runs on this PC. Close it (with the PIN in kiosk mode), then try again. Nothing was changed.
hu.StillRuns=A Pult még fut ezen a gépen. Zárja be (kioszk módban a PIN-nel), majd próbálja újra. Semmi sem változott.
es.StillRuns=Pult todavía está abierto en este PC. Ciérrelo (con el PIN en modo quiosco) y vuelva a intentarlo. No se ha cambiado nada.
de.StillRuns=Pult läuft noch auf diesem PC. Schließen Sie es (im Kioskmodus mit der PIN) und versuchen Sie es noch einmal. Nichts wurde geändert.
en.DeleteData=Delete the orders, settings and logs of all users of this PC too?%n%nThey cannot be brought back. Choose No to keep them for another installation.
hu.DeleteData=Törli a gép minden felhasználójának rendeléseit, beállításait és naplóit is?%n%nNem hozhatók vissza. A Nem megtartja őket egy későbbi telepítéshez.
es.DeleteData=¿Eliminar también los pedidos, ajustes y registros de todos los usuarios de este PC?%n%nNo se pueden recuperar. Con No se conservan para otra instalación.
de.DeleteData=Auch Bestellungen, Einstellungen und Protokolle aller Benutzer dieses PCs löschen?%n%nSie lassen sich nicht zurückholen. Mit Nein bleiben sie für eine spätere Installation erhalten.
