/**
 * Words of the EFF's list that no passphrase is made of: of violence, captivity, fear, following and being seen; of the
 * body, sex, sickness, drink, religion and death; of kin and lovers; what could be a taunt; what is a mark or a name, is
 * spelt differently in Britain, is written as a number, or is not spelt as it is said.
 */
export const leftOutWords = new Set(
  `abnormal abrasive absentee absinthe absurd acetone affluent affront afraid alibi alive almighty aloof
  aluminum ambush amends amiss ammonia ammonium android angelic anger antibody antidote antsy apache apostle
  april aqueduct armed army arousal arrest arrogant arson ashamed asleep aspirin atlantic attempt august
  autistic aware backfire backlash backside backstab backtrack bacteria baguette banshee barmaid barman
  barrack bash battered battering battery battle bauble bazooka blabber blade blah blame blast bleak blitz
  bloomers blubber bluff bonehead bootleg borough boss bovine boxer breach breath breeches breeder brethren
  brewery bribe broken browbeat bruising brunette brussels brute buckshot buddhism buddhist buffoon bullwhip
  bully bungee bunt busybody caboose caddie cage calamari calamity calorie camera cannabis cannon canon
  canyon captive captivity capture cardinal careless caress carnage carol carrot cartel casket casualty
  catalog catalyst catcher catty caucus cautious cavalier cavity celibate celtic cesspool chalice chaplain
  chase chasing chaste chastise chastity cherub chlorine chokehold chop chubby chug chump cider cilantro
  clamor clench clique clobber clone closure clumsy clutch coerce coherent coke coliseum collage colonial
  colony colossal commode comrade conduit confined confining conflict consent contact convent corporal
  corral corsage corset covenant crafty creamer creole crepe crevice crier crimson croak crook cross crouch
  crowbar cruelly cruelness cruelty crummy crusader crushed crusher crushing crux cryptic culprit cupid
  curfew curse curtsy cushy cusp custody cut dad dagger danger darkroom daughter daycare deacon dealer
  debtor deceased deceit deceiver deceiving december deception deceptive decoy decree defame default defeat
  defender defiant defile defiling deity deluge demise democrat demotion denial dense desolate despair
  despise destiny destitute detector detest deviant deviate devious devotee diabetic diaper dictate dictator
  dilation diligent dinghy diocese dioxide discard disgrace disloyal dismay dispute distress ditch divinity
  divorcee dizzy docile dodgy dollop donut doorbell doorstep dosage dose douche dowry dreadful dreary drool
  dropdown dropout drown duffel dumpster duress dutiful dwarf dweeb dynamite dyslexic easter eatery eleven
  elixir eloquent embolism emcee endanger enforced enforcer enquirer enrage enslave ensnare entail entomb
  entrap entree envious enzyme epidemic epiphany equinox erratic eskimo esquire estrogen eternal eternity
  ethanol ether evasion evasive evict evident evil excuse exile exodus exorcist explicit exploit expose
  exposure extinct faceless facelift factual false fanatic fang faucet feeble feisty felttip feminine
  feminist fiber fifteen fifth fifty filth finite five flail flattery flier flirt flogging flyer flyover
  fondling fondue fool foyer fragile frail frantic french friday frighten frightful frisk frown gallows
  garter gauntlet gauze geek geiger gender gift gigolo gizzard glare glaring glutton goliath gone goofball
  google goon gore gory gossip gothic grab granddad graves graveyard greedy grief grieving grievous grimace
  grip groggy groin groom grope grower growl grudge grunt gullible guru gutless guy hacker hacksaw haiku
  handcuff handgun handler hankie harbor hardcore harmful harmless harsh hash hatchet hate haunt headless
  headlock heave hefty helpless hemlock henchman henna hesitant hug humvee hunter hunting huntress huntsman
  hurled hurt husband hypnotic icky idealist imbecile immature imminent immortal implant impolite importer
  impotent imprison improper impure iodine jackknife jailbird jailer january jimmy jinx judge judicial
  jujitsu juncture junkie juror jury juvenile karma keg kept kerchief kerosene kick kiln kisser kleenex
  knapsack knickers kooky kosher krypton laborer labrador lair landlady landlord lapdog late latrine
  laxative lazy lego leotard leverage liable licorice linoleum lucid luminous lurch lurk lustfully lustily
  lustiness lusty maggot mahogany mama manhandle manhunt manila massager matador matron mayday moaning
  mobster mom monday mongrel monitor monoxide monsieur monstrous moody moonlit morbidly morphine mortuary
  mourner mournful mummy mundane musket musty mutation mutilated mutiny native nativity negative neglector
  negligee nemesis nerd nervous neurotic nicotine nineteen ninth nuclear nuptials nutcase obedient obituary
  oboe observer obsessed obsession obsessive obsolete october ogle ointment old olympics ominous omission
  onyx opium opponent oppressed oppressor outboard outbreak outburst outcast outhouse outrage outshoot
  outsider ovary overdue overkill overlook overrun oxford ozone pacific pacifier pacifist pagan palpable
  panama pandemic panic parasite parish parlor parmesan parole partner passerby passover password pastor
  pastrami patient patrol payback peculiar pedicure pelt penalty penknife perjury perm peroxide pesky peso
  pester petite petition petty petunia phantom phoenix photo playmate playpen plow plunder poise poison
  police popsicle populace pounce pout preacher precinct predator pregnant premiere prenatal pretense
  pretext primal princess prison prodigal prodigy progeny prone prowler proxy prozac prude psychic pueblo
  pulse punch punctual punisher punk pureblood purge pursuit pusher pushover pushy quadrant quarrel radar
  rage raider ransack ravage ravioli reactive rebirth reborn rebound rebuttal reckless recluse recoil
  reentry refusal refuse regime relapse relative renter reproach rescuer reshoot resume retaliate retinal
  retreat retrial return reunion revenge reverend revolt revolver ricotta riddance riot risotto ritalin
  rival robbing rogue roman rotten roulette rumor rundown runt sabbath sabotage said saline sanction
  sanitary santa sarcasm sassy saturday saucy savage savior scam scandal scanner scared scarily scariness
  scarring scary schnapps scoff scorn scotch scrabble scrawny scrooge scruffy scrutiny secrecy secret
  secular sedative seismic seltzer senorita septic sermon serpent seventh seventy shabby shadow shady shaky
  shame shank sharpie sheath sherry shifty shimmy shout shove showdown showgirl shrapnel shriek shrill
  shrine shrink shy siamese siberian silencer silent single sinister sixteen sixth sixties sizable skeleton
  skeptic skillful skinhead skinny skirmish slacker slain slam slander slapping slashed slashing slimy
  slingshot slit sloppy slum smirk smitten smother smuggler snare snarl sneak sneer snitch snub sphinx
  spinster spirits spooky spotter spouse spyglass squabble squall squatter startle sterile stifle stingy
  stinky stipend stole stooge stranger strangle strep stress stricken strike striking strudel struggle
  stubborn suave sublime subsidy suction sufferer suffering suffocate suitor sulfate sulfur sullen sultry
  superman surreal surround survivor suspect swipe sworn tabasco tacky tamale tamer target tarot tartar
  taunt tavern theft thinner thirteen thong thousand threaten throbbing throng throttle thrower thursday
  tidbit timid timothy track tragedy traitor tranquil trapeze trapped trapper trapping traps travesty
  treason tremble tremor trespass triage trial tribunal trickery trickster trillion trinity trouble
  troubling trowel trump trustee tshirt tuesday twelve twenty twerp twitter unafraid unaware unbeaten
  unbroken unburned uncanny unclothed uncut undamaged undead underage underdog undress uneasy uneven
  unexposed unfair unhappy unharmed unheard uninjured unisexual unkind unlawful unloving unlucky unpaid
  unrobed unsafe unsaid unsavory unseen unspoken unstable untold untouched untracked untrue unwatched unwell
  unworthy upheaval upstart uptake uranium urgent vagabond valiant valium varmint vaseline velcro vendetta
  vengeful venomous venus verdict vexingly viable viewer vigorous villain vindicate violate violator viper
  virtuous virus visitor vixen volatile wad wannabe wasabi washout watch wharf whinny whoopee widow wife
  wifi wimp woozy worried worrier worrisome worry worst wound woven wrangle wrath wreath wreckage wrecker
  wriggle wrongdoer wrongful wrought xerox yahoo yelling yelp yiddish yogurt zen zeppelin zero zombie`.split(
    /\s+/,
  ),
);
