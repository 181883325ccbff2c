/** Words that are easy to spell, to tell apart and to picture. Written by tools/choose-words.mjs. */
export const easyWords = `
  abacus ablaze absolute accent acclaim account accurate acid acorn acre acrobat acronym action active activist
  activity actress aerobics aerosol agency agent agile album alias alike almanac aloe aloha alphabet alto amber
  amigo amount amulet anaconda anagram anchor anchovy ancient anime annex another antelope anthem anthill
  antler anvil appendix applause apple approach approval apricot apron area armband armchair array arrival art
  aside astute atlas atom attic attire audible audience audio author avatar avenue average aviation aviator
  award awkward baboon backdrop backhand backlog backpack backroom backyard bacon badge bagel baggage bagpipe
  bakery balcony bamboo banana banjo banker bankroll barbecue barber baritone barley barn barrel barrier basics
  basil basket batch blank blazer bleep blend blimp blinker blinks blissful blizzard blog blouse blurry boat
  bobcat bogus bolster bonanza bonfire bonnet bonsai book botanist botany both bottle bottom bouncy boxcar
  breeze briar brick brigade bright brim brisket brittle broker bronco bronze broom browse bubble bucket buckle
  buddy budget buffalo buffer buggy bulb bulge bulldog bullhorn bullion bullpen bunch bundle bunny busboy buzz
  cabana cabbage cable cactus cadet calcium calculus calm cameo camper campfire campsite campus canal canary
  cancel candle candy canister canopy canteen capable capital capsule caption caramel caravan carbon cardigan
  cargo carnival cartoon cascade case casino cassette catapult catchy caterer catfish catnip cattle catwalk
  cavalry caviar cedar celery cement census ceramics ceremony chair chamber champion change channel chant
  charcoal charger chariot charity chatter chatty cheddar cheer cheese cheetah chemist chess chevron chewy
  chief childish chimp chitchat chloride chosen chowder chrome chuck chummy churn cinema cinnamon circle
  circular circus citadel citation citizen citrus city civil claim clamp clang clarinet class clay clear clerk
  clever client clinic clock cloud coach coaster cobalt cobbler coconut coffee cold coleslaw collie comfy comic
  comma comment commerce common commute company composer compost compress computer concert concrete confetti
  congress console constant consumer contents contest contour copilot copper copy corner corny corridor cosmos
  cost cottage cotton country courier cover cradle crane crayfish crayon crazy crease creation creative
  credible credit crescent crewman crib cricket crispy critter crop crowd crucial crumb crust crystal cubicle
  cucumber cuddle culture cupcake curator cure curry curtain customer customs cycle cyclist cylinder dab dainty
  daisy dance data daybreak daylight daytime dean debate debit decade decaf decent decimal deck decrease
  definite delay delegate delicate delivery delta deluxe denim dentist deputy derby designer desktop device
  diagram dial diary dig dime dimmer dinner diploma dipper discount dish dispatch display distant distinct
  district ditto dividend division doable document dole dollar dolphin domestic dominoes donation donor doodle
  doorknob doorman doornail doorway down drainage dramatic drastic draw dreamy dress dribble drift driver
  driveway drizzle drove drum duchess ducky dude dugout duo duplex durable duration dust duty duvet dynamic
  dynasty each eagle earful earpiece earshot easel eats eclipse economy edge editor educator eel effects effort
  eggnog eggplant eggshell eldest election elective elephant elevator elf eligible elite elusive elves embargo
  embassy emblem emerald emission emperor employee emporium emu encore endless energy engine entire envelope
  envoy epic episode equal equation equator equity eraser errand error escapade espresso essay even everyday
  exact exchange exhaust exit expert express exterior external fabric fabulous facility factor fade falcon fall
  familiar fanfare fastball feast federal fedora feline fence fender ferret festival festive fetch fiction
  fiddle figure figurine film filter finale finalist finance finch finer flagpole flagship flashy flask flick
  flight flint flip float floral florist floss flounder foam folk footage football foothold footman footnote
  footpath footwear footwork fossil foster fox fraction fragment fragrant frame freebie freeway freight
  frequent fresh fridge friend frisbee frolic front frosty froth frozen fruit gala gallery gallon gamma gander
  gangway garage garden gargle garland garlic garment garnet garnish gear gecko gem generic generous gerbil
  gesture giant giddy gigantic giggle giveaway given gizmo glacier glance glider glimmer glimpse gloomy
  glorious glove glucose glue gluten goggles goldfish goldmine gondola gong good goofy gopher gorgeous graceful
  gracious grader graduate graffiti grandma grandson granite granny granola grape grapple grass gravity gravy
  grill grit groove ground grub grumble guidance guide gulf gutter habitat half hamlet hammock hamster handbag
  handball handbook handful handmade handoff handyman hangout hanky happy hardware hardwood hardy harness
  harvest hassle haven hazelnut hazy headband header headgear headset headway heat helium helmet helper helpful
  herbal hermit heroics hulk human humble humid hummus humorous hungry hurdle hut hybrid hydrant hydrogen ice
  idiom igloo iguana iron isotope item ivory ivy jackal jacket jackpot jam janitor jargon jasmine jaunt java
  jazz jersey jester jet jiffy jigsaw jingle job jockey jogger jolt joyous joyride joystick judo juggle juice
  jukebox jumbo jump junction juniper junkyard kangaroo karaoke karate kebab keep kennel kilogram kilt kimono
  kinsman kitchen kite kitten kitty kiwi knoll koala kudos ladder ladle ladybug lagoon landfill landline
  landmark language lantern lapel laptop large lark lasso last lather latitude launch laundry laurel lavender
  lecturer left legacy legal legend lemon lens lesser letter lettuce library liftoff lilac line lingo linguist
  lion liquid little lukewarm lullaby lumber luncheon macaroni machine magazine magical magician magma magnolia
  majestic makeover maker mammal manager mandarin mandate mandolin mango manhole manicure mankind manpower
  mantis mantra manual many map marathon marbles march margin marigold marine maroon mascot masses massive
  matchbox material matrix maturity maverick maximum mobile mocha molasses molecule mongoose monsoon monument
  mosaic motion motor motto mountain mouse move mower much mud mulberry mule multiple murky museum mushroom
  mushy music mustang mustard muster mutt mutual myth nacho name nanny napkin narrow national natural navy
  nearby nebula nectar neon nephew neutron next nibble nickname nifty ninja nugget numerous nursery nutmeg
  nutshell nutty nylon oak oasis obscure obvious occupant ocean octopus oil olive omega online onset onstage
  ooze open opposite other ounce outage outback outcome outdoors outer outfield outfit outlet outline outpost
  output outreach outward oval overall overcoat overflow overhaul overhead overlay overload overpass override
  overtime overturn overview oxygen oyster paddle padlock palace pamphlet pancake panda panther pantry pants
  papaya paper paprika papyrus parade paradox parakeet parcel pardon parka parkway parrot parsley party passage
  passport pasta pastime pasture path patio patriot pavement pavilion paycheck payday payment payroll pebble
  pecan pedigree pelican pellet pencil pendant penny pension pentagon perch perky petal phrase planner plant
  plastic platform platinum platter platypus playback player playful playlist playoff playroom playtime plaza
  pledge ploy plug plural plywood pod poem pointer poker polar polka polo polymer poncho pony popcorn popular
  porridge portable portal posh possible possum postage postcard pouch pound powwow prance precise preface
  prelude premises premium prepaid pretzel preview previous primary primer print prior prism pristine private
  prize probable process product profile profound progress prologue promoter property proposal props proton
  proud proven provider province prune public pucker pull puma pupil puppet puppy purchase purifier purple
  purse puzzle pyramid python quack quail quake quarry quarters quartet query quiet quill quote race radial
  radiance radiator radio radish raft railroad railway raisin ramble ramp ranch random ranger rascal ravine
  reactor rebel recall recital record recount recovery referee refill refinery reflex refrain refund reggae
  region register registry regular release reliable relic remake remark rematch remedy reminder remote removal
  remover renegade renewal rental repair repeal replay replica reporter repose reptile request rerun research
  reset resident residue resolute resort resource result retail retainer revenue reversal revise revision
  revival revoke reward rewrite rhyme ribbon riches ride rigid rink rinse ripple roast robin robust rocket
  rocky rope roundup routine royal rubber ruby ruckus rudder rug runner runway rural rush safari saffron sage
  salad salami salary salon salsa salt salute salvage sandal sandbox sardine satchel satin sauna savings
  scallop scarf scenic scholar scone scoop scooter scorer scorpion scrap screen scribble scribe script scroll
  scrubber scuba scuff sculptor scuttle second sector sedan sediment segment semester seminar senate senator
  senior sequel sequence series serve service sesame sessions setback settle setup shaft shallow shampoo
  shamrock shanty share sharper shawl sheep shell shelter shield shifter shindig shingle shiny ship shirt
  shopper shortcut shorts shower showroom shredder shrimp shrug shuffle sierra siesta silicon silk silver
  simple sincere singer singular siren sister sitcom sizzle skater sketch skewer skid skier skillet skipper
  skylight skyline slab slacks sleet sleeve slogan slot slush small smile smith smock smoky smooth smudge snack
  snap sniff snooze snore snorkel snout snowfall snowman snowy snuggle species spectrum speech spender spent
  spider spill spinach spinner spiral splendid splice splinter splurge spoiler spoken sponge sponsor spoon
  spotless spotty spray spree sprig sprite sprout spruce spur squad squash squeak squeeze squirt squishy stable
  stadium staff stallion stamp stand starch starfish stark starlet starry starship starter startup stash state
  static statute stays steam stellar step stereo stick stingray stoic stool storage storm stove stowaway straw
  streak stretch strict stride strobe stroller strut student studio study stuffy stumble stunner stunt stylist
  subject sublet subtitle suburb subway sudden suds sugar suitable suitcase superior supper supplier support
  supreme surface surfer surname survey sushi swagger swan swarm swept swimmer swimsuit switch swivel swoosh
  sycamore symphony syrup system tabby tablet tabloid tackle taco tadpole tag take talcum talisman tapioca taps
  tarmac task tasty tattoo theme thermal thermos thesis thicket thimble thirsty thread thrift thus tiara
  tidings tiger tigress tile tinfoil tinker tinsel tiny tractor trade traffic train transfer trash travel
  traverse treat tree trench trend triangle tribute trickle tricky tricycle trident trifle trilogy trio tripod
  triumph trivial trombone trophy tropical tropics trough trousers trout truck truffle trunks try tuition tulip
  turban turbine turf turkey turret turtle tutor tutu tux tweak tweet twig twilight twins twirl twister tycoon
  ultimate ultra umbrella umpire unable uncle uncommon undercut undone unicorn union unit universe unknown
  unreal unsure unusual upbeat update upfront upgrade uphill upright upscale upside upstage upstairs uptown
  urchin user usual utensil utility utmost utopia vacant vacation valid valley vanilla variable variety various
  varsity veal vegan veggie velocity velvet vendor venture verse version vertical vest veteran veto vibes
  vicinity victory video village vineyard vintage violet violin virtual visa visible visor vocalist void
  voltage voter voucher vowel voyage waffle wages wagon walk walnut walrus waltz washer washroom wasp water
  whiff wick wildcat wilder wildfire wildlife willow wind winnings winter wireless wise wizard wobble wolf wool
  work wow wrinkle written yard yearbook yield yonder yummy zebra zodiac zone zoom
`
  .trim()
  .split(/\s+/);
