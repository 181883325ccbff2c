// The source of the library, which a bundle takes only in part: what loads files by an address stays out.
declare module "exifreader/src/exif-reader.js" {
  export { loadView } from "exifreader";
}
