import type { ClauseName } from '../clauses.ts'

/** A sentence shows the clause when it matches all of `all` and none of `none`. `heading`: a clause under it counts with `all` of `under` alone. */
export interface ClausePattern {
  readonly all: readonly RegExp[]
  readonly none?: readonly RegExp[]
}

const may = '(?:may|shall|can|will|must)'
const CONTRACT = /agreement|contract|hereunder|herein|hereof|rights?|obligations?|договор|соглашени|прав|обязанност|vertrag/iu

/** In English and Russian; in German the clauses that Russian and English papers share. Written from what such clauses say, with several wordings each. */
export const CLAUSE_PATTERNS: Readonly<Record<Exclude<ClauseName, 'termination_for_convenience'>, readonly ClausePattern[]>> = {
  anti_assignment: [
    {
      all: [
        new RegExp(
          String.raw`(?:neither|no)\s(?:\p{L}+\s){0,4}${may}\s(?:\p{L}+[\s,]+){0,8}?(?:assign|transfer)|${may}\snot\s(?:be\s)?(?:\p{L}+[\s,]+){0,8}?(?:assign|transfer)|(?:not|non-?)\s?(?:be\s)?(?:assignable|transferable)|(?:assign|transfer)\p{L}*[^.]{0,200}without\s(?:the\s)?(?:\p{L}+['’]?s?\s){0,6}(?:consent|approval|permission)|assignment[^.]{0,120}(?:void|prohibited|consent)`,
          'iu',
        ),
        CONTRACT,
      ],
      none: [/employee|inventor|stock|shares|securities|data\stransfer|transfer\sof\s(?:funds|title)|non-transferable\slicen[sc]e/iu],
    },
    {
      all: [
        /(?:не\sвправе|не\sможет|не\sимеют\sправа|запрещ|без\s(?:предварительн\p{L}+\s)?(?:письменн\p{L}+\s)?согласи)/iu,
        /уступ|переда(?:ть|вать|ча|чу)\s(?:\p{L}+\s){0,6}(?:трет|прав|обязанност)/iu,
      ],
    },
    { all: [/abtret|übertrag/iu, /zustimmung|ausgeschlossen|nicht/iu, /rechte|vertrag|forderung/iu] },
  ],
  cap_on_liability: [
    {
      all: [
        /(?:liability|liable|damages)/iu,
        /(?:not\s(?:to\s)?exceed|in\sno\s(?:event|case)\s(?:shall|will|is)[^.]{0,200}liab|limited\sto|shall\snot\sbe\s(?:\p{L}+\s){0,3}liable[^.]{0,160}(?:consequential|incidental|indirect|punitive|special|lost\sprofit|loss\sof\sprofit)|maximum\s(?:aggregate\s)?liability|liability[^.]{0,60}\scap)/iu,
      ],
      none: [/insurance\s(?:limit|coverage)|debts\s(?:or|and)\sobligations\sof\sthe\sother/iu],
    },
    {
      all: [
        /ответственност/iu,
        /ограничен(?!ной\sответственност)|ограничива|не\s(?:может\s)?превыша|не\sболее|только\sреальн|не\sнес[её]т\sответственност\p{L}+\sза\s(?:упущенн|косвен)/iu,
      ],
    },
    { all: [/haft/iu, /begrenzt|beschränkt|höchstens|ausgeschlossen/iu] },
  ],
  liquidated_damages: [
    {
      all: [
        /liquidated\sdamages?|as\s(?:a\s)?penalty|(?:early\s)?terminat\p{L}+\s(?:fee|charge|penalty)|(?:pay|impose|be\ssubject\sto)\s(?:an?\s)?(?:\p{L}+\s){0,2}penalt|late\sdelivery\s(?:fee|charge|penalt)/iu,
      ],
      none: [
        /no\s(?:liquidated|termination\sfee)|civil\spenalt|criminal|tax(?:es)?,?\s(?:interest\sand\s)?penalt|penalties\sof\sperjury/iu,
      ],
    },
    {
      all: [
        /неустойк|(?<!\p{L})пен[иею](?!\p{L})|штраф(?!\p{L}*\sсанкци\p{L}+\sгосударств)/iu,
        /уплачива|уплатить|выплачива|вправе|начисля|взыска|размере|обязан/iu,
      ],
    },
    { all: [/vertragsstrafe|pönale|verzugspauschale/iu] },
  ],
  exclusivity: [
    {
      all: [
        /(?:sole\sand\sexclusive|exclusive(?:ly)?)\s(?:(?:and|or|,)\s\p{L}+\s)?(?:\p{L}+\s){0,3}?(?:right|licen[sc]e|distribut|advis|consultant|broker|agent|supplier|provider|manufactur|dealer|representative|territory|basis|appoint|seller|purchas|franchis|market|suppl|vendor|partner|sponsor|host)|on\san\sexclusive\sbasis|exclusivity|(?:as|be)\s(?:its|the)\s(?:sole|exclusive)/iu,
        /grant|appoint|engage|shall|agree|retain|obtain|has|have|hereby/iu,
      ],
      none: [
        /non-?\s?exclusive|exclusive\s(?:jurisdiction|remed|venue|property|owner)|(?:not|nor)\s(?:create|constitute|be)\s(?:\p{L}+\s){0,2}exclusive|exclusive\srights?\sof\sownership|exclusively\s(?:in|by)\s(?:the\s)?(?:courts?|arbitrat)|mutually\sexclusive|all\sright,\stitle/iu,
      ],
    },
    {
      all: [
        /исключительн\p{L}+\s(?:прав[оа]\s(?:на\s(?:продаж|распростран|поставк|реализ)|продаж|распростран)|лицензи|дистрибь|основе|услови)|эксклюзив/iu,
      ],
      none: [/неисключительн|неэксклюзив/iu],
    },
    { all: [/exklusiv|ausschließlich\p{L}*\s(?:recht|vertrieb|nutzung)/iu], none: [/nicht\s(?:exklusiv|ausschließ)/iu] },
  ],
  non_compete: [
    {
      all: [
        /(?:shall|will|agrees?|may|covenants?)\s(?:\p{L}+[\s,]+){0,6}?not[\s,]+[^.]{0,200}(?:compet\p{L}*|engage\sin\s(?:any\s)?(?:\p{L}+\s){0,4}business)|non-?compet(?:e|ition)|covenant\snot\sto\scompete|refrain\sfrom\scompet/iu,
        /compet/iu,
      ],
      none: [/competent|competitive\s(?:price|bid|harm)|nothing[^.]{0,60}(?:prevent|preclude|prohibit|restrict)/iu],
    },
    {
      all: [/конкурир|конкуренц/iu, /обязу|не\sвправе|воздерж|запрещ|не\s(?:будет|осуществля)/iu],
      none: [/антимонопол|защит\p{L}+\sконкуренц/iu],
    },
    { all: [/wettbewerbsverbot|nicht\sin\swettbewerb/iu] },
  ],
  license_grant: [
    {
      all: [
        /(?:grant|licen[sc]es?\sto)\p{L}*\s[^.]{0,160}(?:licen[sc]e|sublicen[sc]e|right\s(?:and\slicen[sc]e|to\suse))|licen[sc]e\sgranted|hereby\slicenses|(?:shall|agrees?\sto)\slicen[sc]e\s/iu,
      ],
      none: [
        /(?:no|not)\s(?:other\s|express\s)?(?:or\simplied\s)?(?:right\sor\s)?licen[sc]e|nothing\s(?:in|contained)|building\slicense|licen[sc]ed\s(?:bank|broker)|business\slicense/iu,
      ],
    },
    { all: [/(?:предоставля|переда)\p{L}+\s[^.]{0,160}(?:лицензи|прав\p{L}\s(?:на\s)?использован|неисключительн)/iu] },
    { all: [/(?:räumt|gewährt|erteilt)[^.]{0,160}(?:nutzungsrecht|lizenz)/iu] },
  ],
  audit_rights: [
    {
      all: [
        /(?:right\sto|may|entitled\sto|permit|allow|shall\smake\savailable|make\savailable|(?:open|available|subject)\s(?:for|to)|upon\s(?:reasonable\s)?(?:prior\s)?(?:written\s)?(?:notice|request)|at\sreasonable\stimes)/iu,
        /(?:audit(?!ed|ing\sand)|inspect|examin|verify|review|access\sto|available)[^.]{0,160}(?:books|records|accounts(?!\sreceivable)|premises|facilit|business\soperations|compliance)|(?:books|records|accounts)[^.]{0,160}(?:audit|inspect|examin|verif|review)/iu,
      ],
      none: [
        /independent\sauditors?\sreport|internal\saccounting\scontrols|financial\sstatements\sof|registration\sstatement|due\sdiligence/iu,
      ],
    },
    {
      all: [
        /вправе|имеет\sправо|обязан\p{L}*\s(?:предостав|обеспеч|допус)/iu,
        /провер(?:ять|к\p{L}+|ить)|аудит|ревизи/iu,
        /документ|уч[её]т|деятельност|ход\p{L}?\s(?:и\sкачеств|работ|выполнени)|отч[её]т|помещени/iu,
      ],
    },
  ],
  insurance: [
    {
      all: [
        /(?:shall|will|must|agrees?\sto|covenants?|is\srequired\sto)\s(?:\p{L}+[\s,]+){0,12}?(?:maintain|carry|obtain|procure|provide|keep|purchase|establish)[^.]{0,160}(?:insur|coverage)|(?:named|additional)\s(?:as\s)?(?:an?\s)?(?:additional\s)?insured|certificates?\sof\sinsurance|insurance\scoverage\s(?:of|in)/iu,
      ],
      none: [/deposit\sinsurance|FDIC|insurance\sof\saccounts|title\sinsurance\scompany/iu],
    },
    { all: [/(?:обязан|обязу|за\sсвой\sсч[её]т)\p{L}*\s[^.]{0,120}(?:страхов|застрахов)/iu] },
  ],
  revenue_profit_sharing: [
    {
      all: [
        /(?:percent|per\scent|%|percentage|share|portion|royalt|commission)/iu,
        /(?:net\s(?:sales|revenues?|profits?|receipts|proceeds|service\srevenues?)|gross\s(?:sales|revenues?|receipts|margin|profit|proceeds)|revenues?\s(?:received|generated|derived|shar|collected|from)|profits?\s(?:from|shar|derived)|royalt\p{L}+\s(?:of|equal|on|at)|aggregate\s(?:gross\s)?(?:dollar\samount|proceeds|purchase\sprice)|(?:commission|fee)s?\s(?:of|equal\sto)\s[^.]{0,40}(?:percent|%))/iu,
        /pay|paid|entitled|receive|share|fee|royalt|due|commission/iu,
      ],
      none: [/interest\s(?:rate|at)|late\spayment|taxes|no\sroyalt|royalty-free(?![^.]*percent)/iu],
    },
    {
      all: [
        /процент|%|дол[яюи]/iu,
        /(?:от\s(?:выручк|прибыл|дохода|объ[её]ма\sпродаж|стоимост\p{L}+\sреализ))/iu,
        /вознагражд|выплачива|уплачива|получает|составля/iu,
      ],
    },
  ],
  minimum_commitment: [
    {
      all: [
        /minimum\s(?:annual\s|monthly\s|quarterly\s|guaranteed?\s|purchase\s|aggregate\s|sales\s|order\s|yearly\s|number\s|amount\s|payment\s|royalt\p{L}+\s?|fee\s?|quantit\p{L}+\s?|volume\s?|commitment\s?|guarantee\s?|of\s|annual\sroyalt)|(?:purchase|order|sell|pay|spend|deliver)\s(?:\p{L}+\s){0,6}(?:at\sleast|not\sless\sthan|no\s(?:less|fewer)\sthan|a\sminimum)/iu,
        /purchase|order|pay|sell|buy|royalt|commit|spend|shares?|units?|deliver|sales|fee/iu,
      ],
      none: [/insurance|notice|days|minimum\s(?:wage|amount\srequired\sby\slaw)|net\scapital|regulatory/iu],
    },
    {
      all: [
        /минимальн\p{L}+\s(?:объ[её]м|количеств|сумм|закуп|заказ|партия|партии|гарантированн)|не\sменее\s[\d\s]+\s?(?:единиц|штук|тонн|руб|шт)/iu,
        /закуп|приобрет|заказ|поставк|оплат|обязу|выбор/iu,
      ],
    },
  ],
  warranty_duration: [
    {
      all: [
        /warrant(?:s|y|ies|ed)?(?!\sholder)/iu,
        /(?:for\s(?:a\s)?(?:period|term)?\s?(?:of\s)?|warranty\speriod[^.]{0,60}?|within\s|during\s(?:the\s)?)(?:\(?\d+\)?|\p{L}+\s?\(\d+\)|one|two|three|six|twelve|ninety)[\s-](?:\(\d+\)\s)?(?:day|month|year)/iu,
        /goods|product|equipment|material|workmanship|defect|software|services?|deliver|install|system/iu,
      ],
    },
    { all: [/гарантийн\p{L}+\s(?:срок|период)|гаранти\p{L}+\s[^.]{0,80}в\sтечение/iu, /\d|год|месяц|лет/iu] },
    { all: [/gewährleistungsfrist|gewährleistung|garantie/iu, /monate|jahre/iu] },
  ],
  change_of_control: [
    {
      all: [
        /change\s(?:of|in)\s(?:the\s)?(?:\p{L}+\s){0,2}(?:control|ownership)|merger|consolidation|reorgani[sz]ation|(?:sale|transfer|acquisition|acquir\p{L}*)\s(?:\p{L}+\s){0,4}(?:all\sor\s)?(?:substantially|majority|controlling|(?:stock|assets|business))|(?:equity|shareholding|ownership)\sstructure/iu,
        /(?:may|right\sto|shall|automatically|entitled\sto)\s(?:\p{L}+[\s,]+){0,6}?terminat|(?:assign|transfer|terminat)\p{L}*[^.]{0,200}(?:merger|consolidation|change\s(?:of|in)|substantially|structure|stock|assets)|(?:merger|consolidation|change\s(?:of|in)|substantially|structure|stock|assets)[^.]{0,300}(?:terminat|assign(?:ment|ed|able|s)?\b|consent|notify|notice)/iu,
        /agreement|party|licen[sc]ee|licensor|company|distributor|supplier/iu,
      ],
      none: [/registration\sstatement|prospectus|offering|escrow\sagent|entire\sagreement|conversion|aggregate\sconsideration/iu],
    },
    {
      all: [
        /(?:смен|изменени)\p{L}*\s(?:состава\s)?(?:контрол|участник|акционер|собственник|бенефициар)|реорганизаци/iu,
        /уведом|расторг|отказ|согласи|правопреемник/iu,
      ],
    },
  ],
  ip_ownership_assignment: [
    {
      all: [
        /work[s]?\s(?:made\s)?for\shire|(?:hereby\s|shall\s|agrees?\sto\s|required\sto\s|will\s)(?:irrevocably\s)?assigns?[^.]{0,160}(?:right|title|interest|intellectual|copyright|patent|invention)|(?:shall|will)\s(?:be|become|remain|vest)[^.]{0,80}(?:sole\s(?:and\sexclusive\s)?)?(?:property|owne[dr])[^.]{0,40}(?:of|by)\s|(?:copyright|intellectual\sproperty|ownership)[^.]{0,120}(?:shall\s(?:belong|vest)|(?:be|are)\s(?:\p{L}+\s)?owned\sby)/iu,
        /copyright|intellectual|invention|work\sproduct|develop|deliverable|improvement|creat|derivative|translat|program|hire/iu,
      ],
      none: [/licensed\smarks?|retains?\s(?:all\s)?(?:right|title|owner)|confidential\sinformation\s(?:shall|is)/iu],
    },
    { all: [/исключительн\p{L}+\sправ/iu, /отчужда|переход|принадлеж|переда[её]т/iu], none: [/лицензи\p{L}+\sна\sусловиях/iu] },
    { all: [/(?:überträgt|übertragung)[^.]{0,100}(?:urheber|nutzungsrechte|schutzrecht)/iu] },
  ],
  post_termination_services: [
    {
      all: [
        /(?:after|following|upon|subsequent\sto|notwithstanding)\s(?:\p{L}+\s){0,6}?(?:terminat|expir)/iu,
        /(?:sell-?off|wind(?:ing)?[\s-]?down|transition|continue\sto\s(?:provide|sell|use|supply|pay|support|perform)|may\s(?:continue|sell)|complete\s(?:all|any|the)|remaining\sinventor|inventory\sof|for\s(?:a\speriod\sof\s|at\sleast\s)?(?:\p{L}+\s)?\(?\d+\)?\s(?:day|month|year)|will\scontinue\sfor\sas\slong|termination\sassistance)/iu,
      ],
      none: [/confiden|surviv\p{L}*(?!.*(?:continue|sell))|return\s(?:all|any|the)|non-?compet/iu],
    },
    {
      all: [/после\s(?:окончания|прекращения|расторжения|истечения)/iu, /обязан|обязу|продолж|в\sтечение/iu],
      none: [/конфиденц|разглаш/iu],
    },
  ],
  confidentiality: [
    {
      all: [
        /confidential/iu,
        /(?:shall|will|agrees?|must)\s(?:\p{L}+[\s,]+){0,6}?(?:not\s(?:\p{L}+\s){0,3}?(?:disclose|divulge|use|reveal)|keep|hold|maintain|treat|protect)|not\sdisclose/iu,
      ],
    },
    { all: [/конфиденциальн|коммерческ\p{L}+\sтайн/iu, /обязу|не\sразглаш|не\sвправе|обязан|сохран/iu] },
    { all: [/vertraulich|geheimhaltung|verschwiegenheit/iu, /verpflicht|behandeln|bewahren/iu] },
  ],
  force_majeure: [
    {
      all: [
        /force\smajeure|acts?\sof\sgod|beyond\s(?:its|their|the|such)\s(?:\p{L}+['’]?s?\s){0,3}(?:reasonable\s)?control/iu,
        /liab|excus|delay|perform|fail|relieved|suspend/iu,
      ],
    },
    { all: [/непреодолимой\sсилы|форс-?мажор/iu, /освобожда|не\sнес|ответственност|продлева|отодвига/iu] },
    { all: [/höhere[rn]?\sgewalt/iu] },
  ],
}
