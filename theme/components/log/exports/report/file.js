// The report as one HTML file: no script, nothing that is fetched, and a policy that allows neither. Pictures stand in it as
// text. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { DIRECTION, LANGUAGE } from "../../../common/gettext.js";
import { htmlOf, part } from "../parts.js";
import { rulesOf } from "./style.js";

/**
 * @param {import("../parts.js").Part[]} parts
 * @param {{title: string, margins: {top: string, bottom: string}, isWithPictures?: boolean}} how
 */
export function reportFile(parts, { title, margins, isWithPictures = false }) {
  const style = rulesOf(margins, { inFile: true });
  const hash = base64(sha256(new TextEncoder().encode(style)));
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    ...(isWithPictures ? ["img-src data:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const head = [
    part("meta", { charset: "utf-8" }),
    part("meta", { "http-equiv": "Content-Security-Policy", content: policy.join("; ") }),
    part("meta", { name: "referrer", content: "no-referrer" }),
    part("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
    part("title", {}, title),
  ];
  const body = htmlOf(part("main", "report", ...parts));
  const [start] = htmlOf(part("html", { lang: LANGUAGE, dir: DIRECTION === "rtl" ? DIRECTION : "" })).split(
    "</",
  );
  const top = ["<!doctype html>", start, ...head.map(htmlOf)];
  // In two pieces: the one file carries this script inside of an element.
  return [...top, ["<style>", style, "<", "/style>"].join(""), body, "</html>", ""].join("\n");
}

const PLACE = "picture:"; // before the number of a picture; the words of nobody have these signs in front
const PLACES = / src="picture:(\d+)"/;

/**
 * Return what stands in the report for a picture until the file is made.
 * @param {number} number
 */
export const placeOfPicture = (number) => `${PLACE}${number}`;

/**
 * Return the file with its pictures in it, one after the other.
 * @param {string} text
 * @param {Blob[]} pictures by the numbers of their places
 */
export async function withPictures(text, pictures) {
  /** @type {(string | Blob)[]} */
  const pieces = [];
  for (const [at, piece] of text.split(PLACES).entries())
    pieces.push(...(at % 2 ? [' src="', await asAddress(pictures[Number(piece)]), '"'] : [piece]));
  return new Blob(pieces, { type: "text/html" });
}

const PIECE = 24 * 1024; // bytes; three of them are four letters

/** @param {Blob} blob */
async function asAddress(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const letters = [`data:${blob.type};base64,`];
  for (let at = 0; at < bytes.length; at += PIECE) letters.push(base64(bytes.subarray(at, at + PIECE)));
  return new Blob(letters);
}

/** @param {Uint8Array} bytes */
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
