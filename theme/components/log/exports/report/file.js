// The report as one HTML file: no script, nothing that is fetched, and a policy that allows neither. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { LANGUAGE } from "../../../common/gettext.js";
import { htmlOf, part } from "../parts.js";
import { rulesOf } from "./style.js";

/**
 * @param {import("../parts.js").Part[]} parts
 * @param {{title: string, margins: {top: string, bottom: string}}} how
 */
export function reportFile(parts, { title, margins }) {
  const style = rulesOf(margins, { inFile: true });
  const hash = base64(sha256(new TextEncoder().encode(style)));
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
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
  const [start] = htmlOf(part("html", { lang: LANGUAGE })).split("</");
  const top = ["<!doctype html>", start, ...head.map(htmlOf)];
  // In two pieces: the one file carries this script inside of an element.
  return [...top, ["<style>", style, "<", "/style>"].join(""), body, "</html>", ""].join("\n");
}

/** @param {Uint8Array} bytes */
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
