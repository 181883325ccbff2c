// What the search in Spanish knows of its words, without accents, as `fold` leaves them.

/** They say nothing about what the reader looks for. Typed alone, they count. */
export const smallWords = new Set(
  "a al algo alguien asi aun como con cual cuando de debo del desde donde e el ella ellas ellos en entre era eres es esa ese eso esta estaba estan estar este esto estoy fue ha hace hacer hago han hasta hay he la las le les lo los mas me mi mis mucho muy ni no nos o para pero por porque puede puedo que quien quiere quiero se ser si sin sobre soy su sus tambien te tengo tiene todo tu tus un una unas unos va voy y ya yo".split(
    " ",
  ),
);

// Safari knows no look-behind before 16.4.
const endings =
  /^(...+?)(acion|[aei]r(me|te|se|nos|l[aeo]s?)?|(ando|iendo)(me|te|se|nos|l[aeo]s?)?|[ai]d[ao]|aron|ieron|aban?|[ae]n)$/;

/**
 * Leave out the ending of a Spanish word, so that "golpeó" finds "golpear" and "abogada" finds "abogados". "Correo" has
 * none: it is about mail, not about running.
 */
export function stemOf(word) {
  if (/^correos?$/.test(word)) return "correo";
  if (word.length < 5 || /\d/.test(word)) return word;
  const one = word
    .replace(/ces$/, "z")
    .replace(/([^aeiou])es$/, "$1")
    .replace(/([^is])s$/, "$1");
  return one.length < 5 ? one : one.replace(endings, "$1").replace(/^(...+?)[aeio]+$/, "$1");
}
