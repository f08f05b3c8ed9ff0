/** Everyday words (harbour, city, bridge, council, night, storm, …) in ten scripts, two of them written from right to left. */
export const SCRIPTS: readonly { readonly locale: string; readonly words: string }[] = [
  { locale: 'el', words: 'λιμάνι πόλη γέφυρα συμβούλιο νύχτα καταιγίδα τρένο σχολείο αγορά ποτάμι φάρος ψηφοφορία' },
  { locale: 'ru', words: 'гавань город мост совет ночь буря поезд школа рынок река маяк голосование' },
  { locale: 'ar', words: 'ميناء مدينة جسر مجلس ليلة عاصفة قطار مدرسة سوق نهر منارة تصويت' },
  { locale: 'he', words: 'נמל עיר גשר מועצה לילה סערה רכבת בית־ספר שוק נהר מגדלור הצבעה' },
  { locale: 'hi', words: 'बंदरगाह शहर पुल परिषद रात तूफ़ान रेलगाड़ी विद्यालय बाज़ार नदी प्रकाशस्तंभ मतदान' },
  { locale: 'ja', words: '港 都市 橋 議会 夜 嵐 列車 学校 市場 川 灯台 投票' },
  { locale: 'zh', words: '港口 城市 桥梁 议会 夜晚 风暴 火车 学校 市场 河流 灯塔 投票' },
  { locale: 'ko', words: '항구 도시 다리 의회 밤 폭풍 기차 학교 시장 강 등대 투표' },
  { locale: 'th', words: 'ท่าเรือ เมือง สะพาน สภา กลางคืน พายุ รถไฟ โรงเรียน ตลาด แม่น้ำ ประภาคาร ลงคะแนน' },
  {
    locale: 'ka',
    words: 'ნავსადგური ქალაქი ხიდი საბჭო ღამე ქარიშხალი მატარებელი სკოლა ბაზარი მდინარე შუქურა კენჭისყრა',
  },
];
