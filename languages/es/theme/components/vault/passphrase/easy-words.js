/** Words that are easy to spell, to tell apart and to picture. Written by tools/choose-words-es.mjs. */
export const easyWords = `
  abdomen abeja abierto abono abrazo abrir absurdo acabar academia acceso aceite acelga acento aceptar acertijo
  aclarar acoger activo acto actriz actuar acudir acuerdo admitir adoptar adorable adorno aduana adulto
  aeronave afectar afinar afirmar agencia agenda agitar agotar agregar agrio agua agudo aguja agujero ahorro
  aire ajedrez ajeno ajuste alambre alba alcalde alce aldea alegre alergia aleta alfiler alfombra alga aliado
  alianza aliento alivio alma almeja almuerzo altar alteza altivo alto altura alumno alzar amable amapola
  amargo amarillo amasar ambiente ameno amigo amistad amor amparo amplio ampolla ancho anciano ancla andar
  anguila anillo anotar antena antiguo antojo antorcha anual anular anuncio apagar aparato apetito apio aplauso
  aplicar apodo aporte apoyo aprender aprobar apuesta apuro arado arar arbusto archivo arco ardilla arduo
  arenque aries armadura armario aroma arpa arquero arrecife arreglo arroyo arroz arruga arte artista asa asado
  ascenso asegurar aseo asesor asiento asilo asistir asno asombro astilla astro astuto asumir asunto atajo
  atento ateo atleta atraer atuendo audaz audio auge aula aumento ausente autor aval avance avaro ave avellana
  avena avestruz aviso avispa ayer ayudante ayuno azafata azar azufre azul baba babor bache bacteria baile
  bajar balanza balde ballena banana bancario banco banda bandeja banquero banquete baraja barba barco barniz
  barro basura basurero batir batuta bazar bebida belleza bello bicho bien bigote billete bingo bizcocho blanco
  bloque blusa boa bobina boca bocina bodega boina bola bolero bolsa bolsillo bolsita bomba bombero bombilla
  bondad bonito bono borde borrar bosque bote bravo brazo brecha breve brillo brinco brisa broca broma bronce
  brote buceo bucle bueno buey bufanda buitre bulto burbuja butaca buzo caballo cabeza cabina cabra cacao
  cachorro cadete caer caja cal calamar calcio caldo calidad calle calma calor calvo cama cambio camello
  caminata camino camisa camiseta campana campo canasta candil canela cangrejo canguro canica cantante canto
  caoba caos capaz capote captar cara careta carga carne carpeta carro carruaje carta cartucho casa casco
  casero casilla casita caspa castillo castor catre caudal causa caverna cebolla ceder cedro cemento ceniza
  centavo centro cepillo cerca cerebro cereza cerilla cerrar cerrojo certeza cetro chaleco chancla chapa
  chaqueta charco charla chicle chico chimenea chispa chiste chivo choque choza chuleta ciego cielo ciencia
  cierre cierto cifra cilindro cima cine cinta circo ciruela cirujano cisne cita ciudad clan claro clase clave
  cliente clima cobre cocina cocinero coco codo cofre cohete cola colcha colega colegio colina collar colmillo
  colmo columna columpio comedia comer comida comienzo complejo compra concurso conde conducta conejo conga
  conocer consejo contar copa copia corbata corcho cordero corona correr cortina coser cosmos costa costilla
  coyote crear creativo crecer crema crisis criterio cromo croqueta cruce crudo cruz cuaderno cuadro cuarto
  cubo cubrir cuchara cuello cuento cuerda cuero cuesta cueva cuidar culebra cultura cumbre cumplir cuna cuneta
  cuota curar curioso curso curva cutis dama danza dar dardo deber decir dedo definir delgado delicia demora
  denso dental dentista deporte derecho desayuno descalzo deseo desfile destello destino detalle detener deuda
  diadema diagrama diamante diana diario dibujo dictar diente dieta digno dilema diluir dinero directo dirigir
  disco discurso disfraz diva divino docena dominio don donar dorado dormir dorso dosis ducha duda dulce duque
  durar durazno dureza duro echar eco ecuador edad edificio editor educar efectivo efecto eficaz eje ejemplo
  elefante elegir elemento elevar elipse elixir elogio eludir embudo emisora emitir empate empleo empresa
  encargo enchufe encuesta enigma enlace enorme enredo ensayo entero entrar envase equipaje equipo erizo escala
  escaso escena escolar escribir escudo escuela esencia esfera esfuerzo espacio espada especie espejo espina
  esponja espuma esquema esquina establo estadio estante estatua estilo estufa etapa eterno etnia evaluar
  evento evitar exacto examen exceso exento exigir existir experto explicar exponer extremo fachada factor
  factura faena faja falda fallo falso faltar fama familia famoso farmacia farol fase fauna favor fax fecha
  feliz feria fervor festivo fiable fianza fiar fibra ficha ficticio fideo fiel fiesta figura fijar fijo fila
  filete filial filtro fin finca fingir finito firma flauta flecha flexible flor flota fluir flujo foca fogata
  folio folleto fondo forma forro fortuna foto franja frase freno fresa fresco frito fruta fuego fuente funda
  fusible futuro gacela gafas gaita gajo gala galleta gallina gallo gamba ganancia ganar gancho ganga ganso
  garaje garganta garza gasolina gastar gato gaviota gemelo gen gente geranio gerente germen gesto gigante
  gimnasio girar giro glaciar globo gloria gnomo gobierno gol golfo goloso goma gorila gorra gota goteo gozar
  gracia grada granjero grano grasa gratis grave grieta grifo grillo gris grosor grueso grumo grupo guante
  guapo guion guiso guitarra gusano gustar haber hablar hacer hada hallar hallazgo hamaca harina hebilla hebra
  helado helio heroico hervir hielo hierba hierro higiene himno hipoteca historia hocico hogar hoguera hoja
  hombro hongo honor hora hormiga horno hueco huelga huerta hueso huevo humano humilde humo icono ideal idioma
  iglesia igual imagen imitar impar imperio impulso inerte infante informe ingenio inicio inmenso inmune innato
  insecto insignia instante intuir invierno iris isla islote jarabe jarra jinete jirafa jornada joven joya
  juerga jugador jugo juguete juicio junco jungla juntar jurar justo juvenil kilo koala labio lacio lado
  ladrillo lagarto laguna laico lana lancha langosta lanza largo lata latir laurel lavabo lavar lazo leal leche
  lector lectura leer legumbre lejano lengua lento leopardo letra letrero leve leyenda libertad libro lidiar
  lienzo liga ligero lima limpio limusina lince lindo lingote lino linterna liso lista litera litio litro llaga
  llama llanta llanura llave llegar llenar llevar llover lluvia lobo logro lombriz lomo lonja lote lucir lugar
  lujo luna lupa lustro luz maceta madera maduro maestro magia mago maleta mambo mamut mando manejar manga
  manjar mano manso manta manzana mapa maqueta mar marco marea marfil margen masa mascota masivo materia matiz
  matriz matutina mayor mazorca mecha medalla mediano medicina medio medusa mejilla mejor melena memoria menor
  mensaje mente mercado merengue mes meta meteoro meter metro mezcla micro miel miga milagro milenio mimo mina
  minero minuto mismo misterio mitad mito mochila moda modelo moderno moho mojar molde moler molino momento
  monarca moneda monje monto morada morder mordisco morro morsa mosca mostrar motivo mover mozo muchacho mucho
  mudanza mueble muestra mula muleta multa mundo mural murmullo muro museo musgo muslo nadar naipe naranja
  nariz narrar nasal natal nativo natural naval nave navidad negocio nervio neto neutro nevar nevera nicho nido
  niebla nieve nivel nobleza noche noria norma norte nota noticia novato novela nube nuca nudillo nudo nuez
  nulo nutria oasis objetivo objeto obra obrero obsequio obtener obvio oca ocaso ocio ocre octavo ocupar
  ocurrir odisea oeste oferta oficina oficio ofrecer ofrenda ojo oleada olfato olivo olla olmo olor olvido
  ombligo onda onza opaco opinar oponer optar opuesto orador oral orca orden oreja orgullo oriente origen
  orilla oro orquesta oruga osezno oso ostra otro oveja oyente ozono pacto paella pago paisano palabra palacio
  palanca palco paleta palma paloma palpar pan panal pantera papel papilla paquete paralelo parar parcela
  parche pared parlante paro parque parte pasaje pasante pasar paseo pasillo paso pasta pata patente patio
  patria patriota pausa pauta pavo payaso pecera pedal pedazo pedir peine pelar pelo peluca pensar pepino pera
  percha perfil perfume perico perla permiso perro persona pesa pesca pez picadura picante picar pie piedra
  pierna pieza pijama pilar piloto pimienta pino pintor pintura pinza pionero pipa pirata pisar piscina piso
  pista pizca placa plan plata platillo playa plaza plebeyo pleno pluma plural poco poder podio poema poeta
  polen polilla pollo polvo pomada pomelo pomo pompa poner portal portero posada posible positivo poste postura
  potencia potro pozo prado precoz pregunta premio prensa previo primario primo princesa proa probar proceso
  producto proeza profesor profundo programa promesa pronto propina propio prudente prueba puchero pueblo
  puerta puesto pulga pulir pulpo pulso puma punto pupila quedar querer queso quieto quitar radical radio rama
  rampa rancho rango rasgo raspa rato rayo realidad realista rebote receta recoger recreo recto recuerdo
  recurso red redondo reducir reflejo reforma refuerzo regalo regir regla regreso reino relato relevo relieve
  reliquia relleno reloj remar remedio remo renta reparto repetir reposo reptil res resina respeto resto
  resumen retiro retorno retrato reunir revista rey riego rienda rifa rigor riqueza risa risita ritmo rito rizo
  roble rociar rodar rodeo rodilla roer rojizo rojo romero ronco ronda ropa ropero rosa rosca rostro rotar
  rueda rugir ruido ruleta rulo rumbo rumor ruta rutina saber sabio sable sacar sagaz sala saldo salero salina
  salir salsa salto salud salvar samba sanidad sano sapo saque sardina sastre sauna seco sed seguro sello selva
  semana semilla sencillo senda sendero sensor sepia serie servicio servir seta siesta siglo signo silbar silla
  simio sirena sistema sitio situar sobre socio sodio sol solapa soltar sombrero sondeo sonido sonoro sonrisa
  sopa soplar soporte sorpresa sorteo suave subasta subir subsidio suceso sudor suelo suerte sumar superar
  suplir suponer supremo sur surco surgir sutil tabique tabla tableta taco tacto tajo talar talco talento talla
  tambor tango tanque tapa tapete tapia taquilla tarde tarea tarifa tarjeta tarot tarro tarta tatuaje tauro
  teatro techo tecla tejado tejer tejido tela tema templo tenaz tender tener tenis tenso terapia terco ternura
  terreno tesis tesoro tetera texto tez tibio tiempo tienda tierra tieso tigre tijera tilde timbre tinta tipo
  tira tiza toalla tobillo tocar tocino todo toga toldo tomar tomate tono topar tope toque torero tormenta
  torneo tornillo toro torre torso tortilla tortuga tos tosco toser trabajo tractor traer trago traje tramo
  trato trazar tregua tren trepar tribu trigo tripa triunfo trofeo trompa trompeta tronco tropa trote trozo
  trucha truco trueno trufa turbina turismo turista turno tutor ubicar umbral unidad unir universo untar urbano
  urbe urna usar usuario uva vaca vacuna vajilla vale valija valle valor vaquero vara variable variar vaso
  vecino vector vela velero veloz vena venda venir venta venus ver verano verbo verde vereda verja verso verter
  viaje vibrar victoria vida vidrio viejo vigor vikingo villa vinagre vino violeta viral virtud visor vista
  vitamina vivero vivienda vivir vivo volante volumen volver voraz votar voto voz vuelo vuelta yacer yate yegua
  yema yeso yodo yoga yogur zafiro zanja zapato zarza zona zorro zumo zurdo
`
  .trim()
  .split(/\s+/);
