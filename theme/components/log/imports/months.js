// Names of months, by the beginnings that tell them apart: English, German, French, Spanish, Italian, Dutch, Portuguese.

const BEGINNINGS = [
  ["jan", "jän", "janv", "ene", "gen"],
  ["feb", "fev", "fév", "fevr"],
  ["mar", "mär", "mrz", "maa", "mrt"],
  ["apr", "avr", "abr"],
  ["may", "mai", "mag", "mei"],
  ["jun", "juin", "giu"],
  ["jul", "juil", "lug"],
  ["aug", "aoû", "aou", "ago"],
  ["sep", "set"],
  ["oct", "okt", "ott", "out"],
  ["nov"],
  ["dec", "déc", "dez", "dic"],
];

/**
 * Return the number of a month by its name, or 0.
 * @param {string} [name]
 */
export function monthNumber(name = "") {
  const small = name.toLowerCase().normalize("NFC");
  const found = BEGINNINGS.findIndex((beginnings) =>
    beginnings.some((beginning) => small.startsWith(beginning)),
  );
  return found + 1;
}
