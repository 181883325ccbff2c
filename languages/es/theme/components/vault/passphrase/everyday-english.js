/** English words in the order in which they are used. Written by tools/choose-words-es.mjs. */
export const everydayEnglish = `
  you the to 's it 't of that and is in me for on this 'm have was we my 're your be know what do not are with
  can don he just like 'll here all no out up get about right him oh go at there so her one 've yeah got they
  but want will think if now she from well see as going his time back us did yes an them gonna good been were
  would had come hey how who need okay our when take some say 'd why didn or really could way man too down has
  let by something more tell make then mean over little never said people should look off very love only doing
  much am thing any where two into even thank because still find give sorry work day help life first anything
  sure again their these other than god won away mr. before thought home talk must told night call things
  better around last long always feel put years after please those sir place lot name made doesn guys money
  ever everything great nothing keep done guy through leave wanted kind happened new being believe old coming
  does came course wrong left big house might girl .. bad stop hello own uh hear world someone understand else
  talking isn enough today getting father maybe care found music every ask same another fine family kill trying
  went looking three wait car together show best stay wasn yourself job many nice dead already friend real
  remember mind saw son next hi which mother wanna try thanks room hell heard seen fucking woman wouldn may
  knew live baby bit whole idea head used boy ok morning hard without took called also shit saying days most
  start matter use ready gotta meet door ah yet both pretty myself move guess actually while end phone such
  gone few haven wife person ago brother killed problem happy alone friends men face school worry couldn case
  lost dad play run heart once die anyone hope bring wants fuck tonight business true until since each soon
  says everyone tomorrow hand thinking working happen having year part eat mom stuff looks kids later listen
  huh minute second late gave turn water kid knows open change means different minutes inside eyes beautiful
  far police point under probably crazy taking asked hurt chance deal ain making pay daughter playing fun times
  hit side hands makes able body important hold death story comes fight supposed least moment rest um set
  started close young drink against excuse afraid game anymore word wish five week though miss easy sleep
  reason mine waiting dr. watch goes exactly gets its check hours behind number wow party truth quite husband
  shot married child between cause fire question met telling four brought blood break sister em team trouble
  tried front sit forget read town died couple aren needs line walk children power become office plan almost
  girls food speak yours gun alive cut feeling outside safe trust news ahead save either somebody stand mrs.
  free answer hate high months everybody buy hmm whatever full half lose women along seems fact running cool
  dear bed light order whoa country doctor clear 10 boys sent send living war past bye dog john taken hot
  leaving lives pick scared parents funny city promise stupid cannot dinner shouldn ass asking company lady win
  possible himself serious book mr sort hour anyway sound shall happens six lord sick top felt touch jack sense
  small 20 seem meeting damn special jesus perfect captain luck fast control bitch words human laughs hair
  hospital murder dream shut known sighs cold future glad worked drive catch anybody laughing million longer
  ooh lie calling figure finally looked others 'am black shoot fault 30 worried honey somewhere weeks changed
  boss happening seeing dance secret date fall takes loved sign questions weren piece air chuckles choice feet
  needed turned bet moving return voice amazing giving strong learn given sam weird white less worth early
  christmas beat till 00 ones clean eye song sounds straight ship write rather sweet follow missing pain nobody
  picture welcome explain ten coffee works kept ya definitely wonder protect busy caught kidding lucky evidence
  mistake mad wedding meant decided step road building information report alright watching careful evening tv
  ride land worse situation entire pull mm movie tired hurry sex handle sometimes system mouth act birthday
  throw attack law finish dark ma class yesterday message king wonderful completely lying michael broke expect
  month poor mm-hmm joe quiet sell bag using floor talked lead ground hasn pass street clothes forever
  dangerous wear drop red daddy across born single thinks speaking hang frank test age table david ms. anywhere
  york history 15 george train ran area near during swear paid marry feels i-i spend box charlie middle strange
  uncle round bought terrible court agree state boat proud quick mike tom space security join sitting accident
  forgot forward totally saved ha relationship list crime station normal suppose fish gentlemen wearing master
  scene charge missed fell stopped key buddy fix offer personal instead short fear ring prison simple group
  american calm difficult fighting mess trip record position angry letter wake finished share honest deep fair
  crying marriage 100 kiss cover seven hide seat present lunch ball smart imagine killing dare certain realize
  respect interested mmm paper sad gold problems majesty hotel peace calls 12 involved card fool decision moved
  standing darling perhaps rock brain 50 soul interesting visit broken upset mary smell starting horse tough
  killer hungry attention quickly president america earth peter government lovely spent surprise fly public bar
  stick tea became cute james english appreciate force blow film girlfriend accept lee laugh ben eight ladies
  prove yep store within walking paul sing window likes seconds dude dress contact plane ice camera drunk huge
  christ support continues cry sake gift miles absolutely lived liked wall loves cell afternoon bank truck cop
  officer often partner service general blue stuck chief certainly eating doubt joke enjoy experience boyfriend
  cops lawyer teach none screaming sun putting reach holding grunts tree passed apartment club idiot rules
  favorite forgive rich count mission continue driving radio machine difference whether dying jail wrote
  beginning harry field favor feelings magic choose board evil shop patient hundred college private bastard sea
  learned match nervous alex spot wind video carry upon third pleasure risk kim rid dreams immediately excited
  staying promised named type owe star wine listening worst impossible grow sleeping earlier slow victim decide
  glass helping army final cash mate gives quit foot henry blame dollars picked bus helped escape bill thousand
  herself french energy arrest goodbye address 'all yo enemy allowed ways bigger max aah taste ourselves shoes
  honor fit weapon build ow themselves surprised figured push search bunch fuckin begin everywhere unless
  hiding gasps track hadn orders jimmy teacher low jim congratulations kitchen bob innocent further bear bother
  drinking arm level willing usually seriously played books arms art acting hole pressure planet locked deserve
  obviously tony steal keeping built starts drugs memory names battle race church beer waste treat suit grab
  detective mention gotten shh dramatic stage jump suddenly hoping hero places arrived nick holy dirty eh
  destroy apart stole notice complete fired press closed showed opportunity plans price steve leg computer cat
  lt lieutenant following village legs pictures duty judge danger apologize narrator closer losing smile uh-huh
  suspect action keeps besides extra mama pregnant mark witness 11 london conversation turns writing breakfast
  admit sky wondering heavy crew except roll bathroom guns guilty bloody green warm grunting ugh kick smoke
  upstairs form above seemed chicken bomb reading gas color prince danny throat sarah cost itself neck twice
  study nose summer interest engine burn plays empty i. tight aw crowd billy ringing singing strength sold
  pulled fresh bottom knife weekend shooting responsible allow spirit hearing client 40 walked colonel fat
  island cake asleep corner crap skin richard stories investigation bro restaurant groans goddamn johnny nine
  cook powerful flight medical held drug account brothers rain bottle famous taught ray shows awesome
  ridiculous folks cheers weapons written trial raise park paris whoo biggest local advice main onto due
  asshole moon survive file planning tells training lock keys breathing relax military awful language breath
  professor knowing laughter dogs prepared chris driver bringing river necessary guard photo spoke pants lied
  lights murdered jake grand soft practice clearly leaves common towards agent truly older audience bobby wild
  career lots monster la animals loud flying code fake cars dropped checked hat emergency bird hanging matters
  tommy consider animal large rule hurts nature flowers camp realized aware roger neither jane bullshit
  especially rings ended simply whose sight leader beyond fucked target silly adam surgery condition double
  blind meat games sergeant lies faith letting serve however greatest comfortable plenty cheering speed noticed
  numbers stars discuss purpose belong band mrs cross goodness beg note correct outta size paying eddie
  concerned cup queen student tape knock character easier issue incredible market criminal ought breaking
  arrested focus guest program path ends teeth super lay department kinda travel several agreed major feed
  fellow health papers robert vote charles trick finding pieces mommy cream possibly shame natural justice
  heaven beauty create fbi process project challenge turning ideas invited destroyed season weak recognize
  responsibility sweetheart chinese beach mum bell operation soldiers jin bodies opened dan whom add points
  credit failed gosh opinion view gay records dressed cousin believed members somehow kevin chair faster
  created dumb milk remain property breathe nowhere afford martin nope german access 25 distance de dancing
  received manager sword research heat nah brings cards base member interview proof opening lab south doc
  highness birds united insane forgotten damage pack selling dry weight pretend shirt perfectly students balls
  easily 24 memories stayed amount chatter location birth nearly fan expected horrible daniel falling threw
  followed states hm ghost movies stolen fill medicine heading ordered kate example shouting lately opens oil
  desk suggest bite dave community cares grace 18 screams signal bucks center indistinct goin copy matt heads
  among draw recently anna jealous expecting noise regret north west sudden aunt mountain exist shower indeed
  brave ticket doors safety dating lines suicide ours bridge grew showing usual sees bullet connection command
  total devil thoughts san contract fate social prefer commander thomas pool andy jason applause roof hardly
  disappeared event female madam sending details release handsome barely caused loose science forced introduce
  harder covered began lonely ryan wash nuts loss bright likely owner although scary journey harm streets jerry
  original delicious jeff amy weather soldier dna scott split chest director pop staff mentioned doin exciting
  santa 200 meal finger block literally stone pray rose returned spanish sunday fingers freedom familiar style
  russian basically cases changes universe signed letters strike male planned ho growing pete 'cause ruined
  enter tie stomach dick friday lisa ate obvious complicated answers speech rachel eric settle tiny ugly
  discovered reality ears reasons buried aye competition mood horses parts pal william manage hidden divorce
  reached permission simon finds headed slept chose grandma 16 van runs soo drinks eggs dig british saturday
  expensive attacked hired wet remind nonsense trees 14 babe lift legal victims map ruin pocket brian funeral
  lucy lesson success grown larry guests statement alarm japanese results happiness sweetie assume thousands
  photos prepare raised farm gate princess rough nor saving storm panting tongue england tense younger site
  neighborhood cheese fought powers fred revenge families hall walter papa watched player paint avoid model
  alice arthur filled woo professional request spare gang secrets shape buying sooner whoever france pair
  dealing spread bread celebrate personally led proper subject yelling bedroom data bike threat curious emily
  clock downstairs jobs coat carefully theory invite nights rights grateful tears kang scare gary moves trap
  rent based rush genius slowly walls tour humans text confused han plant deliver belongs meaning direction
  official flat foreign committed brilliant sugar becomes pos murderer stops otherwise minister understood page
  higher unit terms warning 500 trade fantastic stronger post plate artist society wound 13 painting cooking
  cancer ohh ji burning crash particular honestly faces inspector al gentleman yourselves woods picking pig
  romantic tickets regular role spell issues soup awake fancy knowledge claire ancient source patients charges
  changing boring kelly percent giant deeply advantage theme 17 capable offered officers fixed motherfucker
  beeping football pounds according grandpa rate concern suffer apparently solve ed garden enemies 'clock aside
  ocean doctors luke barry tim managed kicked healthy period insurance appear poison waited nurse shots glasses
  tall forest shake vehicle chocolate dies carrying properly winner treatment thief bleeding defense physical
  available closes phil airport badly fail burned groaning jacket maria drove angel naked crack babies
  assistant east positive mistakes directly snow grave 60 becoming toilet plus emma laura per 'ii vacation
  value josh talent rise rick cheap extremely butt fortune shock woke edge ashamed dr incident grandfather
  spring pulling checking rescue appointment treasure disappear carl result re including media touched stood
  ill performance treated firm palace exact jerk washington connected annie whenever appears hearts skills
  useless goal image joy illegal alan license jury switch bones louis effect bags schedule effort considered
  knocking precious metal claim carter political violence below china ear bath traffic lips files joking piano
  rat sheriff steps eventually ted lover cameras disease kyle rice released throwing tied online fully liar
  nation egg mystery winter courage pills europe protection winning heavily maggie sat bleep convince
  successful passing suck pissed jackson tip suffering mirror receive affair monday miracle sexy former
  unfortunately beating elizabeth laid pizza score screwed ªâ device remains min leo odd presence gentle
  chicago dean freak forces actual joey hong shopping sisters california grandmother rome ahh hunting bone
  national emotional sean hunt century smith signs jenny popular rare jung attorney songs riding sexual arrive
  hated toast trapped pushed cure television lower technology excellent jo convinced italian drag borrow refuse
  li shift swim coach st. sacrifice helen clue served reports desperate darkness jones speaks mexico escaped
  knees stealing mercy progress rooms shoulder cast anger rude repeat current moments expert solution smells
  surely desire similar notes warrant button blew loving creature pride fallen stranger exchange kinds ability
  leads separate square punch victory closing cleaning friendship decent surface pot scream exhales clever
  flower tear factory stairs studio susan trash 300 americans hook millions helps wood equipment grade chat er
  wide searching terry witch remove scoffs screen material direct spy hug fishing id chuck spending howard warn
  circumstances amen eaten tests load indian task parking talks chances guards pure ordinary taylor wanting
  vision understanding route bless wheel sale bride background victor mail provide garage reputation jae secure
  pie alien pleased julie debt juice karen false lake hire spoken india learning depends yellow priest upbeat
  dust bruce houses mask sentence pity carried disgusting demon chosen staring roy trusted pardon rocks gods
  horn puts disappointed defend midnight potential unusual wise uniform remembered clark morgan leading
  behavior mountains sucks ambulance pushing joined suspenseful attitude silent screw castle campaign rope
  clicks chain tail confidence sara japan ships design u.s. brains range abandoned hundreds silver custody
  desert clients curse mm-hm identity explosion eve hitting hurting series embarrassing merry cab holiday pilot
  julia events option hank gordon piss customers dong friendly approach sharp suspicious wire setting robin
  alcohol andrew sauce actor collect greg gorgeous christian highly hits guarantee nightmare seek minds attempt
  panic candy stands engaged elevator border fruit falls prisoner clears intelligence detail failure entirely
  mayor hates wishes patrick conference knocked wherever monkey destiny trace earn fellas mostly troops
  chuckling row stock armed basement estate anne object lily dish defeat dirt mental telephone facts wins
  agreement jamie sides oliver jay bravo transfer begins accepted coincidence commit dump protecting blows
  alert cow 19 thrown pen sometime wings reporter stays blowing stopping version wave jackie firing writer
  flesh settled perform opposite footage messed useful gasping silence yup brown chasing unique title studying
  zero fella counting solid smoking bored tires wasting dozen agents childhood yi embarrassed heh delivery
  impressed jessica cutting marks 45 movement decisions carol chase germany zone texas sons massive nasty
  johnson authority circle impressive mi whore amanda trained urgent lack parties tank intense april hung linda
  violent snake slip abby previously crossed survived shadow jesse reward specific quietly belt modern jordan
  policy billion yu someday beast library intend hollywood jumped doll players tyler nothin africa teaching
  softly climb molly temple injured threatened beeps fans mister senior ceremony golden prize passion witnesses
  gt parker june possibility garbage beloved stress loser betty drama yang deserves launch uh-oh trail
  explanation sand closet thin reported harvey assure degrees deck messages newspaper doug disaster reaction
  entered royal adult confident mysterious salt marcus shine punishment kidnapped approaching sin fourth
  balance windows marty sec chirping gather los loan 'mon uncomfortable designed related robbery butter tae
  somethin entrance breaks guitar episode sally deny virus package shy vegas cruel ending wayne bow madame
  backup tone phones greater supply advance bars ross kissed frankie bury aboard beth couch 10,000 warned seo
  mixed product ignore believes quality toward 80 chattering crimes lifetime suffered trigger theater secretary
  dollar mmm-hmm latest edward article offering magazine argue kingdom sports swing kills betrayed culture
  politics teams neighbor crush barking eun worries bound nathan duke cabin recall champagne xiao chef chloe
  bastards stan gain 90 tricks hannah partners assault comfort ll accused confirm yard sensitive hill katie
  fuel response 21 fashion gear tunnel asks negative wilson capital workers section bullets confirmed joseph
  sandwich status emperor selfish guide lf guts struggle donna pathetic thee annoying voices units outfit joint
  youth refused 22 attend lou painful gym jokes dawn term mac heck shoe yay hee footsteps actions vincent taxi
  baseball begging customer punk fever subtitles pretending blake digging smiling a.m. ominous wallet valuable
  ls cia rolling nuclear toy impression suits angela drawing brand murders sobbing margaret bowl cheating
  education mix quarter thunder bust fed da removed species miller enjoying iron recent flag agency ali maid
  normally choi cooper sweat options mass jess activity confess therapy unknown tracks bills systems charlotte
  swimming self tuesday tower growling squad cigarette extraordinary charged miserable shown uses bye-bye
  delivered awkward costs cave behalf conditions 1,000 loyal sophie enjoyed demand network waves touching roman
  hitler
`
  .trim()
  .split(/\s+/);
