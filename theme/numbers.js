// Loaded with the page that holds the numbers of all countries.

import { nameTerritories, openOwnCountry, openTarget } from "./components/places/countries.js";
import { suggestCountry } from "./components/places/where.js";

nameTerritories();
suggestCountry();
openOwnCountry();
openTarget();
