// Loaded with the pages that hold emergency numbers.

import { suggestCountry } from "./components/places/where.js";

suggestCountry();
