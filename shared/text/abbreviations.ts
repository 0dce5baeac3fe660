/**
 * What a full stop means, per language: data for sentence boundaries. All entries in lower case, without the
 * last full stop.
 */
export type StopRules = {
  /** Never the end of a sentence: titles and "for example". */
  readonly never: ReadonlySet<string>
  /** The end of a sentence only when a word follows that commonly begins one: company forms, magnitudes. */
  readonly seldom: ReadonlySet<string>
  /** Not the end of a sentence when a digit follows. */
  readonly beforeDigit: ReadonlySet<string>
  /** Words that follow an ordinal "18." */
  readonly months: ReadonlySet<string>
  /** True where "18." is an ordinal number. */
  readonly ordinals: boolean
  /** Words that commonly begin a sentence. */
  readonly starters: ReadonlySet<string>
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const german: StopRules = {
  never: words(`bzw ca dr prof hr fr frl dipl ing med jur st bspw sog evtl ggf inkl exkl zzgl vgl geb gest z d
    zb dh ev vs gegr lt max min tel dres hrsg insb etwa mrs mr ms`),
  seldom: words(`mio mrd bio tsd co corp inc ltd plc usw etc ua uvm abs art abt bd kap str jh jhdt std sek
    u.s u.k u.s.a u.n i.v a.d jr sr d.c`),
  beforeDigit: words(
    `nr no abs art kap bd s jan feb mrz apr jun jul aug sep sept okt nov dez januar märz tel str par`,
  ),
  months: words(`januar jänner februar märz april mai juni juli august september oktober november dezember
    jan feb mrz apr jun jul aug sep sept okt nov dez`),
  ordinals: true,
  starters:
    words(`der die das dem den des ein eine einer eines einem er sie es wir ich ihr in im am an auf aus bei
    beim mit nach von vor zu zum zur für und aber doch auch dann dabei damit danach daher denn diese dieser dieses
    diesem nun jetzt so wie wenn als da dazu laut trotz während seit unter über um beide zudem außerdem allerdings
    jedoch heute gestern noch nicht kein keine hier dort sein seine seinen bisher bislang erst ob man mehr
    viele einige alle`),
}

const english: StopRules = {
  never:
    words(`mr mrs ms dr prof sen rep gov gen col lt capt sgt rev hon st mt ft vs e.g i.e cf viz approx dept est
    messrs mmes al`),
  seldom:
    words(`inc corp co ltd llc plc bros u.s u.k u.s.a u.n e.u a.m p.m d.c l.a n.y ph.d b.a m.a etc jr sr ave blvd
    rd mn bn mil jan feb mar apr jun jul aug sep sept oct nov dec`),
  beforeDigit: words(
    `no nos p pp vol fig sec art ch jan feb mar apr jun jul aug sep sept oct nov dec approx ca`,
  ),
  months: words(''),
  ordinals: false,
  starters:
    words(`the a an it he she they we i you this that these those in on at by for from with and but as after before
    however its his her their there when while if according to meanwhile last both under since now some many no not
    our what who why how most more one two another such still yet so then earlier later also despite although`),
}

/** Chinese uses the English rules for the Latin words within it; so does any other language. */
export const stopRules = (language: string): StopRules => (language.startsWith('de') ? german : english)
