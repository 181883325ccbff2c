// The bundle of the pictures: passes them to `on-request.js`, which waits for it.
import { startPictures } from "./pictures.js";

document.dispatchEvent(new CustomEvent("guide:pictures", { detail: startPictures }));
