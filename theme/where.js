// Loaded with the page for danger.

import { suggestCountry } from "./components/places/where.js";

suggestCountry();
