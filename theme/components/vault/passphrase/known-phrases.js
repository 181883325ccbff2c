/** What guessing programs try early, besides the lists of zxcvbn: lines that many know, and words in a known order. */

/** Lines of songs, prayers, proverbs, books and films, and passphrases from well-known examples; in lower case, without signs. */
export const LINES = `
i will always love you|all you need is love|let it be|hey jude|yesterday all my troubles seemed so far away|here comes the sun
we will rock you|we are the champions|bohemian rhapsody|is this the real life is this just fantasy|stairway to heaven
hotel california|smells like teen spirit|wonderwall|dont stop believing|livin on a prayer|like a rolling stone|imagine all the people
every breath you take|ill be watching you|i want it that way|hit me baby one more time|shake it off|someone like you|rolling in the deep
never gonna give you up|never gonna let you down|dancing queen|the winner takes it all|staying alive|i will survive|billie jean
sweet child of mine|knocking on heavens door|let it go|a whole new world|hakuna matata|can you feel the love tonight
somewhere over the rainbow|what a wonderful world|twinkle twinkle little star|how i wonder what you are|happy birthday to you
mary had a little lamb|row row row your boat|london bridge is falling down|humpty dumpty sat on a wall|baa baa black sheep
ring a ring o roses|old macdonald had a farm|the wheels on the bus go round and round|jingle bells|silent night holy night
we wish you a merry christmas|god save the king|god save the queen|oh say can you see|land of hope and glory|amazing grace
our father who art in heaven|our father which art in heaven|hallowed be thy name|the lord is my shepherd|hail mary full of grace
in the beginning was the word|in the name of the father|for god so loved the world|god is good all the time|jesus loves me
god grant me the serenity|bismillah al rahman al rahim|allahu akbar|la ilaha illallah|hare krishna hare rama|om mani padme hum
to be or not to be|that is the question|to be or not to be that is the question|romeo and juliet|shall i compare thee to a summers day
it was the best of times|call me ishmael|once upon a time|happily ever after|all happy families are alike|it is a truth universally acknowledged
may the force be with you|i am your father|live long and prosper|winter is coming|you know nothing jon snow|one ring to rule them all
you shall not pass|my precious|expecto patronum|wingardium leviosa|avada kedavra|harry potter and the|supercalifragilisticexpialidocious
hasta la vista baby|ill be back|heres looking at you kid|theres no place like home|life is like a box of chocolates|to infinity and beyond
i am the one who knocks|elementary my dear watson|open sesame|abracadabra|the quick brown fox jumps over the lazy dog|lorem ipsum dolor sit amet
consectetur adipiscing elit|hello world|correct horse battery staple|correcthorsebatterystaple|this is my password|my password is|let me in
no one will ever guess this|this is a very long password|super secret password|trust no one|i love you so much|i love you|i hate you
i love my family|i love my mom|i love my mum|i love my dog|live laugh love|carpe diem|hakuna matata|just do it|i am the best|fuck you
the early bird catches the worm|an apple a day keeps the doctor away|better late than never|actions speak louder than words
a picture is worth a thousand words|when in rome|practice makes perfect|where there is a will there is a way|easy come easy go
the grass is always greener|all that glitters is not gold|you only live once|what doesnt kill you makes you stronger|time is money
knowledge is power|home sweet home|home is where the heart is|keep calm and carry on|rome was not built in a day|no pain no gain
ich liebe dich|ich liebe dich so sehr|alle meine entchen|vater unser im himmel|je taime|je t aime|frere jacques|notre pere qui es aux cieux
te amo|te quiero|te quiero mucho|te amo mucho|padre nuestro que estas en el cielo|padre nuestro que estas en los cielos|cumpleanos feliz
dios te salve maria llena eres de gracia|santificado sea tu nombre|en el nombre del padre y del hijo|el senor es mi pastor nada me faltara
dios es amor|gracias a dios|si dios quiere|dios me ayude|santa maria madre de dios|angel de mi guarda dulce compania|virgen de guadalupe
estas son las mananitas|feliz cumpleanos|los pollitos dicen pio pio pio|cielito lindo|de la sierra morena cielito lindo vienen bajando
ay ay ay ay canta y no llores|la cucaracha ya no puede caminar|besame mucho|como si fuera esta noche la ultima vez|guantanamera
despacito|vivir mi vida|la bamba|para bailar la bamba|gracias a la vida|hasta siempre|mexicanos al grito de guerra|noche de paz noche de amor
arroz con leche me quiero casar|los elefantes se balanceaban|la vaca lola|pin pon es un muneco|en un lugar de la mancha|de cuyo nombre no quiero acordarme
abre los ojos|habia una vez|erase una vez|colorin colorado este cuento se ha acabado|mas vale tarde que nunca|no hay mal que por bien no venga
a quien madruga dios le ayuda|camaron que se duerme se lo lleva la corriente|mas vale pajaro en mano que ciento volando|hijo de tigre pintito
el que busca encuentra|si se puede|viva mexico|hala madrid|visca el barca|esta es mi contrasena|mi contrasena|contrasena segura|clave secreta
mi clave|no me acuerdo|amo a mi familia|amo a mis hijos|mi amor|mi vida|ti amo|padre nostro che sei nei cieli|eu te amo
parabens pra voce|ik hou van jou|jag alskar dig|kocham cie|seni seviyorum|я тебя люблю|отче наш|я тебе кохаю
passwort|kennwort|geheim|sicher|contrasena|segura|segredo|motdepasse|mot de passe|senha|wachtwoord|losenord|salasana|haslo|parola|sifre|пароль
`
  .trim()
  .split(/[|\n]/);

/** Words that follow each other, or belong together: a guess of one leads to the next. */
const TOGETHER = `
one two three four five six seven eight nine ten eleven twelve thirteen twenty thirty forty fifty hundred thousand zero
first second third fourth fifth sixth seventh eighth ninth tenth
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
spring summer autumn fall winter
red orange yellow green blue indigo violet purple pink black white brown grey gray gold silver
north south east west up down left right
alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu
mercury venus earth mars jupiter saturn uranus neptune pluto sun moon star
mum mom mummy mommy dad daddy sister brother baby son daughter nan grandma grandad grandpa
luna bella max rocky charlie buddy milo daisy lucy cooper bailey teddy coco ruby molly poppy oscar alfie lola simba tiger smokey felix oreo shadow
liverpool arsenal chelsea manchester united city everton tottenham celtic rangers barcelona madrid real juventus bayern milan
lunes martes miercoles jueves viernes sabado domingo
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
primavera verano otono invierno
rojo naranja amarillo verde azul morado violeta rosa negro blanco gris cafe marron dorado plateado
norte sur este oeste arriba abajo izquierda derecha
primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo
mama papa mami papi hermano hermana hijo hija bebe abuela abuelo tia tio
manzana platano banana naranja limon uva melon mango durazno pera pina sandia fresa
perro gato vaca caballo puerco cerdo oveja pez pajaro raton leon tigre oso
america chivas pumas cruz azul tigres boca river real madrid barcelona atletico
firulais luna max rocky canela toby lola nina bruno coco chiquita princesa rey
apple banana cherry orange lemon lime grape melon mango peach pear plum strawberry
dog cat cow horse pig sheep fish bird mouse lion tiger bear
eins zwei drei vier funf sechs sieben acht neun zehn uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil un deux trois quatre cinq six sept huit neuf dix
один два три четыре пять шесть семь восемь девять десять
`
  .trim()
  .split("\n")
  .map((line) => new Set(line.split(" ")));

/** Rows of keys that zxcvbn has no map of: keyboards of other alphabets, Dvorak, Colemak, Bépo. */
const ROWS = [
  "йцукенгшщзхъ фывапролджэ ячсмитьбю",
  "йцукенгшщзхї фівапролджє",
  "љњертзуиопшђ асдфгхјклчћ",
  "ςερτυθιοπ ασδφγηξκλ ζχψωβνμ",
  "ضصثقفغعهخحجد شسيبلاتنمكط ئءؤرلاىةوزظ",
  "קראטוןםפ שדגכעיחלךף זסבהנמצתץ",
  "pyfgcrl aoeuidhtns qjkxbmwvz",
  "qwfpgjluy arstdhneio zxcvbkm",
  "bépoèvdljz auiectsrn àyxkqghf",
].flatMap((rows) => rows.split(" ").flatMap((row) => [row, [...row].reverse().join("")]));
const SHORTEST_RUN = 4; // keys

const STREETS =
  /^\s*\d+\s?[a-z]?,?\s.*\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|gardens|grove|hill|park|place|square|terrace|way|walk|row|boulevard|blvd|calle|rue|via|rua|ulica)\b|\b\S*(stra(ss|ß)e|weg|platz|gasse|straat|gatan|vej)\s+\d+/iu;
const STREETS_FIRST =
  /^\s*(calle|avenida|av|avda|carrera|cra|calzada|bulevar|blvd|paseo|callej[oó]n|privada|colonia|col|plaza)\b\.?\s.*\d/iu;

/**
 * Return whether the text is a number, of a telephone or a card: digits, with no more signs than numbers have.
 * @param {string} text
 */
export function isNumber(text) {
  const digits = text.replace(/\D/g, "");
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(text)) return false; // a day
  return digits.length >= 6 && /^[\s\d()+./#x-]*$/i.test(text);
}

/**
 * Return whether the text is an address: of mail, of a website, or of a house.
 * @param {string} text
 */
export function isAddress(text) {
  const isOfWeb = /^\S+@\S+\.\S+$/.test(text) || /^(https?:\/\/|www\.)\S+$/i.test(text);
  return isOfWeb || STREETS.test(text) || STREETS_FIRST.test(text);
}

/**
 * Return whether most of the words belong to one list, so that the first ones give the others away.
 * @param {string} text
 */
export function followsAList(text) {
  const words = plainWords(text);
  const inOne = TOGETHER.map((list) => words.filter((word) => list.has(word) || /^\d+$/.test(word)).length);
  return (
    words.length > 1 &&
    Math.max(...inOne) >= MOST * words.length &&
    !words.every((word) => /^\d+$/.test(word))
  );
}

/**
 * Return whether most of the letters are neighbours on some keyboard.
 * @param {string} text
 */
export function isRowOfKeys(text) {
  const keys = [...text.toLowerCase().replace(/\s/gu, "")];
  let covered = 0;
  for (let at = 0; at < keys.length;) {
    let length = 0;
    while (
      at + length < keys.length &&
      ROWS.some((row) => row.includes(keys.slice(at, at + length + 1).join("")))
    )
      length++;
    if (length >= SHORTEST_RUN) covered += length;
    at += Math.max(length, 1);
  }
  return keys.length > 0 && covered >= MOST * keys.length;
}

/**
 * Return whether lines that many know are most of the text, with or without blanks, signs and accents.
 * @param {string} text
 */
export function isKnownLine(text) {
  const letters = plainWords(text).join("");
  const rest = JOINED.reduce((left, line) => left.replace(line, ""), letters);
  return letters.length > 0 && letters.length - rest.length >= MOST * letters.length;
}

const MOST = 0.6; // of the letters, or of the words

/**
 * Words in lower case, without accents and signs.
 * @param {string} text
 */
export function plainWords(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’`]/gu, "");
  return bare.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

const JOINED = [...new Set(LINES.map((line) => plainWords(line).join("")))].sort(
  (a, b) => b.length - a.length,
);
