/**
 * Words of the Spanish lists that no passphrase is made of: of violence, captivity, fear, following and being seen; of the
 * body, sex, sickness, drink, religion and death; of kin and lovers; what could be a taunt; what is a mark, a name or a form
 * of another word, is written as a number, is said like a word that people use more, or is not known everywhere.
 */
export const leftOutWords = new Set(
  `abogado aborto absurda abuela abuelo abuso acerque acoso acueste acusar adicto adoptivo africana africano
  agente agosto agresiva agresivo ahogo aislar alarma alejar alemana alerta alguna alguno amante amigable
  analista androide anemia ansia apache apague aparezca aprieta apriete aprueba aquella aquello arder
  ardiente arranque asalto aspirina atacante ataque atar atiende atroz autopsia ayuda azote balazo bancaria
  barata barraca bastante bastardo batalla bayoneta belga bengala besar beso bestia blue bobo boda borracha
  borracho bozal bruja brujo brusco bruto budista burla burro buscar busque byrne cable cadena cague caiga
  canalla capricho capucha capullo cargue caro castigue catorce cazo celda celoso cerdo cero cerveza chacal
  chance china chulo chupar cien cigarro cinco clamor cloaca cobarde cochino coger coja cojo colgar colonia
  combate comience conduzca confiesa confusa confuso conjuro conozca consiga contable contenta convenza
  coreano correcta creencia cretino creyente crezca criatura crimen cripta cuanta cuatro cubano cubierta
  cuchilla cuchillo cuelgue cuerpo culo culpa culpable culto cuya cuyo daga dale decente defensa defienda
  defiende dejar delirio delito demente demonio derrota desastre deshaga deshecho desnuda desnudo destruya
  destruye detenga detesta detiene devuelva devuelve diablo dicho diez diga dijiste diminuta dino dirija
  disputa distante distinta divierta divierte doble doce dolor domingo doncella dos droga droide duelo
  duende duerma duerme eagle ebrio egipcio elfo elija ella ello empiece empieza enano encargue encienda
  enciende encierra enemiga enemigo enero enfado enfermo entienda entiende entrante entregue episodio
  errante esclava esclavo escopeta escrita espectro esposa estable estaca estar estaria este estricta eunuco
  europea europeo evadir evasiva evidente excusa exigente exilio explique expuesta externa extra extrema
  fantasma farsa farsante fascista fatiga febrero femenina femenino feo feroz fiebre fiera fina fine fino
  flaco flanco fobia forense forzar fosa fracaso france francesa fraude fuerza fuese fuga fugitivo fumar
  furia furtivo fusil gale gamberro gemir gene genio gitano golpe gordo grande granuja griega gringo gripe
  grito grosero guardia guerra guerrero guinea habia hacha hacia haga haya haz hazle hazlo hebreo hecho
  hematoma hembra heredero hereje herir hermana hermano heroe hetero hiciese hiciste hijo hippie hispano
  hombre honesta honra horrible hostia hostil hoyo hubiese huele huida huir hundir hurto huya huye ilegal
  ileso imponer impreso incapaz india indio infame infiel infinita ingle inglesa inodoro inseguro intacta
  intensa intruso ira italiana italiano japonesa jaqueca jaula jefe jeringa joroba juegue jueves juez junio
  juzgar juzgue lacayo lacra lamer largue larva latino lesbiana letal letrina licor limosna linea llanto
  llegue llorar loca loco locura lucha lunes luto macho madre mafia mala maldad maldita maligno malla malo
  manco mantenga mantiene maquina marido martes marzo matanza matar mazmorra mero mexicana mexicano miedo
  miembro mienta mierda mil milicia militar milo ministro miope mirar misa miseria misil moderna molestia
  momia monja mono monstruo morena moreno morir mortal mudar muela muerde muere muerte mueve mugre mujer
  mutante navaja necio negar negativa negativo negra negro nena niega niegue nieto ninja nino nocturna
  nocturno noruego novio nuera nuestro nueve numero obeso obispo obligue observar obtenga obtiene ochenta
  ocho octubre oculto odiar odio ofensa ofensiva ogro oiga ojiva ola oponente orgasmo orificio oscura oscuro
  otra paciente padre padrino pagano pagina pague paliza pandilla papa pareja parezca pariente parir pascua
  pecado pecho pegar pegue pelea pelicula peligro pellejo peludo pena pendejo pene penique peor perder
  pereza perfecta periodo pero perverso piensa pinchazo piojo pistola plegaria pleito plomo pobre poca
  podria polaco policia ponga porrista porro poseer potente prefiere preso primaria primero prisa privar
  probable problema profeta prole propenso proteja pudiese pudor puede puerco pupa pura puro puta queja
  quemar queria quiere quince quiza rabia rabo racista rapaz rapto rareza raro rata raza rebelde recaer
  rechace rechazo reciente recluso recoja refiere refugio reja rencor rendir reno rescate retrete revuelta
  rezar rhode rico riesgo rifle roce rollo romana romance romano romper ron rota rubia rubio rubor rudo
  ruina ruptura rusa ruso sabueso sagrado salga salvaje sanear sangre santo secreta secreto secta sedante
  seguir segunda seis sensible separar ser serbio sesenta setenta severo sexo sexto sicario sidra siente
  siervo siete siga silencio simple sincero sobrina sobrino sobrio soga soldado soledad sombra sordo
  sostiene stone subtitle sucia sucio sueco suegra suegro suena sufrir sugiere suicidio suite suizo sujeto
  supiese suplente susto sutura suya suyo tabaco taberna tasa taxista taza temible temor tendra tenga
  teniente tercero terrible terror testigo teta tiene tierno time timo tiroteo toda tonto torpe torpedo
  toxina tragedia trague traiga trance trasero trauma travieso treinta tremendo tres triste tubo tuerto
  tumba tumor turco tuviese tuya tuyo ultima ultimo uno urgencia urgente utilice vagar vagina vago vaina
  valiente vampiro vaya vega veinte vejez vencer veneno vengar verga veterano vicio victima viene viernes
  vil viniese violenta virgo visible viudo vivaz viviente voladora vuelve vuestro vulcano vulgar yankee
  yerno zombie`
    .trim()
    .split(/\s+/),
);
