export type LineRule = {
  /** Key of the sentence shown beside the cut. */
  reason: string
  /** Tested on one trimmed line. Linear time: no nested or adjoining open quantifiers. */
  test: RegExp
  /** Switched on at once. */
  on: boolean
  /** Longest line in UTF-16 code units the rule looks at; 80 without it. */
  maxLength?: number
  /** Sure in this language only; in others proposed but off. */
  language?: string
  /** Takes the next line with it when that matches. */
  andNext?: RegExp
}

const url = /^https?:\/\/\S+$/

/** One line each, first match wins. Whole lines only, so that a sentence which mentions such a word stays. */
export const lineRules: LineRule[] = [
  {
    reason: 'advert',
    on: true,
    test: /^[-–—[(（【*• ]{0,3}(?:anzeige|werbung|advertisement|advertising|advert|sponsored(?: content| post)?|story continues below|article continues below(?: advertisement)?|anzeige(?:nende)?|ad feedback|promoted|广告|廣告|推广|推廣|赞助内容)[-–—\])）】*•: ]{0,3}$/i,
  },
  {
    reason: 'advert',
    on: true,
    test: /^(?:scroll to continue|continue reading below|weiter nach der werbung|weiterlesen nach der anzeige|nach der anzeige geht es weiter|点击展开全文|點擊展開全文).{0,40}$/i,
  },
  {
    reason: 'share',
    on: true,
    test: /^(?:(?:share|tweet|pin|print|e-?mail|email|save|like|teilen|drucken|merken|twittern|mailen|versenden|kommentieren|facebook|twitter|x|whatsapp|linkedin|xing|pinterest|reddit|telegram|pocket|flipboard|copy link|link kopieren|分享|转发|轉發|收藏|点赞|點讚|微信|微博|qq空间|打印|\d{1,6} (?:kommentare?|comments?|shares?|likes?))(?:[ ·•|,/、-]{1,5}|$)){2,}$/i,
  },
  {
    reason: 'share',
    on: true,
    test: /^(?:share|tweet|twittern|vorlesen|teilen|drucken|artikel drucken|print|print this article|email this article|分享|转发|轉發|分享到|打印)[:：]?$/i,
  },
  {
    reason: 'share',
    on: true,
    test: /^(?:share (?:this|on|via|with|to)|teilen (?:auf|via|über|mit)|auf \w+ teilen|diesen artikel teilen|tweet this|pin it|follow us on|folgen sie uns|like us on|分享到|分享至|扫一扫|掃一掃|扫码|关注我们|關注我們|微信扫码).{0,50}$/i,
  },
  {
    reason: 'comments',
    on: true,
    test: /^(?:(?:no|\d{1,3}(?:[.,]\d{3})?|view all|show|hide|add a?|post a?|write a?|join the|keine|alle|zu den|noch keine)[ \u00a0](?:kommentare?n?|comments?|responses?|replies|conversation|discussion|leserkommentare)(?: \(\d{1,5}\)| anzeigen| lesen)?|kommentar(?:e)? \(\d{1,5}\)|comments? \(\d{1,5}\)|comments? off|kommentar schreiben|kommentieren|comments? are closed\.?|评论(?:\(\d{1,6}\)|（\d{1,6}）)?|評論|网友评论|發表評論|发表评论|我要评论|\d{1,6}条评论|\d{1,6}條評論|暂无评论)$/i,
  },
  {
    reason: 'comments',
    on: false,
    test: /^(?:comments?|kommentare?|diskussion|discussion)[:：]?$/i,
  },
  {
    reason: 'comment_form',
    on: true,
    maxLength: 160,
    test: /^(?:your email address will not be published|required fields are marked|deine e-mail-adresse wird nicht veröffentlicht|ihre e-mail-adresse wird nicht veröffentlicht|erforderliche felder sind mit|save my name, email|notify me of (?:new|follow-?up)|you must be logged in|sie müssen angemeldet sein|您的(?:电子)?邮箱地址不会被公开|必填项已用|您的電子郵件地址不會)/i,
  },
  {
    reason: 'tags',
    on: true,
    test: /^(?:tags?|schlagwörter|schlagworte|stichwörter|filed under|posted in|标签|標籤|关键词|關鍵詞|關鍵字)[:：]\s*$/i,
  },
  {
    reason: 'tags',
    on: true,
    maxLength: 200,
    test: /^(?:tags|schlagwörter|schlagworte|stichwörter|filed under|posted in|themen|mehr zum thema|标签|標籤|关键词|關鍵詞|關鍵字)[:：]\s?\S/i,
  },
  {
    reason: 'related',
    on: true,
    maxLength: 160,
    test: /^(?:lesen sie auch|lesen sie mehr|auch interessant|das könnte sie auch interessieren|mehr zum thema|lesetipp|siehe auch|related (?:articles?|stories|posts|reading|news)|read more|read also|see also|more on this|recommended|you may also like|also read|相关阅读|相關閱讀|延伸阅读|延伸閱讀|相关新闻|相關新聞|相关文章|相關文章|推荐阅读|推薦閱讀|更多精彩)(?:[:：]|$)/i,
  },
  {
    reason: 'picture',
    on: true,
    maxLength: 200,
    test: /^(?:fotos?|bild(?:quelle)?|bilder|fotocredit|bildnachweis|bildrechte|quelle bild|photos?(?: credit| by)?|image(?: credit| source)?|picture(?: credit)?|images?|credit|graphic|grafik|图片来源|圖片來源|图源|圖源|图片|資料圖|资料图|供图|摄影|攝影)\s?[:：|©]/i,
  },
  {
    reason: 'picture',
    on: true,
    maxLength: 250,
    test: /(?:basis: ?pixabay|\(creative commons cc0\)|©\s?(?:dpa|reuters|afp|ap|getty images|imago|shutterstock|istock|pixabay)|\/\s?(?:getty images|shutterstock|picture alliance|imago images|visual china group)\)?$|视觉中国$)/i,
  },
  {
    reason: 'picture',
    on: false,
    test: /(?:\bthumb(?:nail)?|\.(?:jpe?g|png|gif|webp)|_(?:com|net|org|cn))$/i,
  },
  {
    reason: 'newsletter',
    on: true,
    maxLength: 160,
    test: /^(?:subscribe to (?:our|the)|sign up (?:for|to) (?:our|the)|get (?:our|the) (?:daily |weekly |free )?newsletter|newsletter (?:abonnieren|bestellen)|jetzt (?:newsletter|kostenlos) |(?:unseren|zum) newsletter|abonnieren sie|registrieren sie sich|already a subscriber|订阅我们|訂閱我們|订阅电子报|訂閱電子報)/i,
  },
  {
    reason: 'newsletter',
    on: true,
    test: /^(?:newsletter|sign in|log ?in|subscribe|anmelden|abonnieren|registrieren|登录|登錄|註冊|注册|订阅|訂閱)$/i,
  },
  {
    reason: 'cookies',
    on: true,
    maxLength: 400,
    test: /^(?:this (?:web)?site uses cookies|we (?:and our partners )?use cookies|by continuing to (?:use|browse)|wir (?:verwenden|nutzen|setzen) cookies|diese (?:webseite|website|seite) (?:verwendet|nutzt) cookies|mit der nutzung (?:dieser|unserer)|cookie[- ](?:settings|policy|einstellungen|hinweis)|(?:accept|reject) all(?: cookies)?$|alle (?:cookies )?akzeptieren$|本网站使用\s?cookie|本網站使用\s?cookie)/i,
  },
  {
    reason: 'time',
    on: true,
    test: /^(?:updated |published |posted )?(?:\d{1,3}|an?|one) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago$/i,
  },
  {
    reason: 'time',
    on: true,
    test: /^(?:aktualisiert )?vor (?:\d{1,3}|einer|einem) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)$/i,
  },
  { reason: 'time', on: true, test: /^\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|周|週|个月|個月|年)前$/ },
  {
    reason: 'time',
    on: true,
    test: /^(?:\d{1,3}[ -]?min(?:ute)?s?[ -]read|lesezeit:? .{1,20}|reading time:? .{1,20}|阅读时间.{1,10}|阅读量?[:：]?\s?\d{1,8})$/i,
  },
  {
    reason: 'source',
    on: true,
    test: /^(?:source|quelle|来源|來源)[:：]\s*$/i,
    andNext: url,
  },
  {
    reason: 'source',
    on: true,
    maxLength: 300,
    test: /^(?:source|quelle|url|link|original(?: article)?|via|来源|來源|原文(?:链接|連結)?|阅读原文)[:：]\s?https?:\/\/\S+$/i,
  },
  { reason: 'source', on: true, maxLength: 2000, test: url },
  { reason: 'source', on: false, maxLength: 100, test: /^(?:source|quelle|来源|來源)[:：]\s?\S/i },
  {
    reason: 'editor',
    on: true,
    test: /^[(（【[]?(?:责任编辑|責任編輯|编辑|編輯|责编|責編|校对|原标题|原標題)[:：].{1,60}$/,
  },
  {
    reason: 'copyright',
    on: false,
    maxLength: 200,
    test: /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|版权所有|版權所有|未经授权|未經授權)/i,
  },
  {
    reason: 'navigation',
    on: true,
    test: /^(?:skip to (?:main )?content|zum inhalt springen|back to top|nach oben|zurück zur startseite|previous article|next article|vorheriger artikel|nächster artikel|上一篇.{0,60}|下一篇.{0,60}|返回首页|返回頂部|返回顶部|menu|menü|show more|load more|mehr anzeigen)$/i,
  },
]

export type EndMark = { reason: string; test: RegExp; on: boolean; restOn: boolean }

/** Lines in the last two thirds of a text after which only page furniture follows. */
export const endMarks: EndMark[] = [
  {
    reason: 'comment_form',
    on: true,
    restOn: true,
    test: /^(?:leave a (?:reply|comment)|post a comment|write a comment|join the discussion|schreibe? (?:einen?|dein(?:en)?) kommentar|kommentar (?:hinterlassen|verfassen|abgeben|schreiben)|hinterlasse(?:n sie)? einen kommentar|antwort(?:en)? (?:abbrechen|hinterlassen)|发表评论|發表評論|我要评论|发表回复|發佈留言)(?:\b|$)/i,
  },
  {
    reason: 'related',
    on: true,
    restOn: false,
    test: /^(?:related (?:articles?|stories|posts|news)|das könnte sie auch interessieren|mehr zum thema|相关阅读|相關閱讀|相关新闻|相關新聞|相关文章|推荐阅读)[:：]?$/i,
  },
]

/** Residue only beside other residue. */
export const neighbourRules: { reason: string; test: RegExp }[] = [
  { reason: 'count', test: /^[\d.,]{1,9}\s?[kKwW万萬]?\+?$/ },
]
