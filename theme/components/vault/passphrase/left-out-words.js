/** Words of the list that nobody should be given here: of violence, fear or following, or not spelt as they are said. */
export const leftOutWords = new Set(
  `ambush anger armed arrest ashamed backlash backstab backtrack battered battering battle blame breach browbeat
  bruising buckshot bullwhip bully cage captive captivity carnage casket chase chasing chaste chastise chastity
  chokehold clobber clutch coerce confined confining cruelly cruelness cruelty crushed crushing curse custody
  dagger danger deceased deceit deceiver deceiving deception deceptive defame defiling despair despise destitute
  detest devious disgrace dismay distress divorcee dropdown drown duress endanger enforced enrage enslave
  ensnare entomb entrap evict expose exposure felttip filth flirt flogging fondling frantic frighten frightful
  glare glaring graves graveyard grief grieving grimace groin grope grudge handcuff handgun harmful harsh
  hatchet hate haunt helpless hunter hunting huntress huntsman hurled hurt imprison jackknife jailbird jailer
  lurk lustfully lustily lustiness lusty manhandle manhunt moaning monstrous morbidly mourner mutilated
  neglector nemesis obsessed obsession obsessive ogle oppressed oppressor outrage outshoot overkill panic
  penknife pester poison pounce predator prison prowler punch punisher pureblood pursuit quarrel rage ransack
  ravage reckless reshoot retaliate revenge riot robbing savage scared scarily scariness scarring scary scorn
  secrecy shadow shaky shame shove sinister slain slander slapping slashed slashing slingshot smother snare
  sneak snitch spooky spyglass stranger strangle stricken strike striking sufferer suffering suffocate taunt
  threaten throbbing track tragedy trapped trapper trapping traps tremble trickery trickster trouble troubling
  tshirt unbeaten unburned unclothed undamaged undead underage undress unexposed unhappy unharmed uninjured
  unisexual unkind unloving unrobed unsafe untouched untracked unwatched upheaval vengeful venomous vexingly
  vindicate violate violator watch widow wife worried worrier worrisome worry worst wound wrath wrongdoer
  yelling`.split(/\s+/),
);
