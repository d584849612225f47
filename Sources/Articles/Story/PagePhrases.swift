/// Phrases of web pages: for the languages that ``ClutterPhrases`` has, what is found on pages beyond its lists.
extension ClutterPhrases {
  static let ofPages: [String: ClutterPhrases] = [
    "en": ClutterPhrases(
      share: ["follow us on", "like us on facebook", "copy link", "copy the link", "click to share"],
      commentHeads: [
        "comments", "comment", "comments:", "view comments", "show comments", "readers' comments", "have your say",
      ],
      teasers: ["related article", "related:", "read next", "up next", "also on ", "more from ", "click here to read"],
      otherStories: [
        "related", "related content", "related news", "related coverage", "more stories", "more news", "more like this",
        "latest news", "latest stories", "trending", "trending now", "popular now", "editor's picks", "editors' picks",
        "top stories", "recommended", "around the web", "from the web", "sponsored stories", "promoted content",
        "what to read next", "more in world", "in other news", "most viewed", "most shared", "most commented",
      ],
      subscription: [
        "sign up to ", "sign up for", "subscribe to ", "subscribe for", "already a subscriber",
        "support our journalism", "get the latest", "delivered to your inbox", "straight to your inbox", "newsletter",
        "this article is for subscribers", "to continue reading", "create a free account",
      ],
      navigation: [
        "skip to main content", "skip to navigation", "back to top", "print this page", "all rights reserved", "topics",
        "share", "close", "menu", "search", "home", "story continues below advertisement",
        "article continues below advertisement", "article continues after ad", "scroll to continue",
      ],
      syndication: ["all rights reserved", "without prior written permission"],
      captions: ["photograph:", "credit:", "image caption", "photo by "],
      consent: [
        "we use cookies", "uses cookies", "use of cookies", "cookie policy", "our partners use cookies", "your privacy",
      ]),
    "fr": ClutterPhrases(
      share: ["suivez-nous sur", "copier le lien", "partager"],
      commentHeads: ["commentaires", "réagir", "vos réactions", "laisser un avis"],
      teasers: ["à voir :", "lire :", "à découvrir", "voir :", "notre dossier", "retrouvez "],
      otherStories: [
        "les plus partagés", "les plus commentés", "vous aimerez aussi", "sur le même thème", "ailleurs sur le web",
        "contenus sponsorisés", "l'actualité en continu", "le fil info", "dernières actualités",
        "nos articles les plus lus", "en continu", "à ne pas manquer",
      ],
      subscription: [
        "newsletter", "il vous reste", "article réservé aux abonnés", "déjà abonné", "soutenez ", "recevez ",
        "pour lire la suite", "offre sans engagement", "infolettre",
      ],
      navigation: ["partager", "commenter", "imprimer", "fermer", "retour en haut", "tous droits réservés", "menu"],
      syndication: ["tous droits réservés", "reproduction interdite"], captions: ["crédit :", "crédits :", "photo "],
      consent: [
        "utilisons des cookies", "utilise des cookies", "l'utilisation de cookies", "l'utilisation des cookies",
      ]),
    "de": ClutterPhrases(
      share: ["folgen sie uns", "link kopieren", "beitrag teilen", "teilen:"],
      commentHeads: ["kommentare", "leserkommentare", "diskutieren sie mit", "jetzt kommentieren", "kommentieren"],
      teasers: ["mehr dazu", "lesen sie hier", "mehr:", "zum thema:", "auch spannend", "lesetipp", "video:"],
      otherStories: [
        "das könnte dich auch interessieren", "verwandte themen", "verwandte artikel", "weitere artikel",
        "weitere meldungen", "meistgelesene artikel", "mehr aus", "neueste artikel", "empfehlungen", "aus dem netz",
        "top-themen", "beliebteste artikel",
      ],
      subscription: [
        "newsletter", "jetzt anmelden", "jetzt testen", "probemonat", "bereits abonnent", "nur für abonnenten",
        "exklusiv für abonnenten", "kostenlos registrieren", "weiterlesen mit",
      ],
      navigation: [
        "zum seitenanfang", "nach oben", "drucken", "startseite", "alle rechte vorbehalten", "schließen", "menü",
        "teilen",
        "themen", "artikel drucken", "anzeige:", "impressum",
      ],
      syndication: ["alle rechte vorbehalten"], captions: ["quelle:", "bildquelle:", "symbolbild"],
      consent: [
        "verwenden cookies", "verwendet cookies", "nutzen cookies", "nutzt cookies", "setzt cookies", "setzen cookies",
        "verwendung von cookies", "einsatz von cookies",
      ]),
    "es": ClutterPhrases(
      share: ["síguenos en", "copiar enlace"],
      commentHeads: ["comentarios", "comenta", "comentar", "opina"],
      teasers: ["lea además", "lee además", "mira también", "vea también", "más información:", "también lee"],
      otherStories: [
        "también te puede interesar", "lo más visto", "más noticias", "últimas noticias", "más leídas",
        "notas relacionadas", "relacionadas", "contenido patrocinado", "no te pierdas", "más en ", "recomendados",
      ],
      subscription: ["newsletter", "ya eres suscriptor", "contenido exclusivo", "regístrate"],
      navigation: [
        "compartir", "comparte", "todos los derechos reservados", "imprimir", "inicio", "cerrar", "menú",
        "volver arriba", "etiquetas",
      ],
      syndication: ["todos los derechos reservados", "prohibida su reproducción"], captions: ["crédito:", "foto |"],
      consent: ["utilizamos cookies", "usamos cookies", "utiliza cookies", "usa cookies", "uso de cookies"]),
    "it": ClutterPhrases(
      share: ["seguici su", "copia link"], commentHeads: ["commenti", "commenta", "i commenti dei lettori"],
      teasers: ["leggi anche", "approfondisci", "guarda anche", "vai al video", "per approfondire"],
      otherStories: [
        "i più letti", "le più lette", "potrebbe interessarti anche", "ultime notizie", "notizie correlate",
        "altre notizie", "contenuti sponsorizzati", "da non perdere",
      ],
      subscription: ["newsletter", "già abbonato", "contenuto riservato agli abbonati"],
      navigation: [
        "condividi", "tutti i diritti riservati", "riproduzione riservata", "stampa", "chiudi", "torna su", "home",
      ],
      syndication: ["riproduzione riservata", "tutti i diritti riservati"], captions: ["didascalia:", "crediti:"],
      consent: [
        "utilizziamo i cookie", "utilizza cookie", "utilizza i cookie", "usiamo i cookie", "uso dei cookie",
        "utilizzo dei cookie",
      ]),
    "pt": ClutterPhrases(
      share: ["siga-nos", "copiar link"],
      commentHeads: ["comentários", "comentar", "deixe o seu comentário"],
      teasers: ["saiba mais", "confira também", "leia também", "veja mais", "assista"],
      otherStories: [
        "mais lidas", "as mais lidas", "últimas notícias", "relacionadas", "você pode gostar", "mais notícias",
        "conteúdo patrocinado", "recomendados para você",
      ],
      subscription: ["newsletter", "assine agora", "assine o ", "já é assinante", "conteúdo exclusivo", "cadastre-se"],
      navigation: [
        "compartilhe", "compartilhar", "partilhe", "todos os direitos reservados", "imprimir", "início", "fechar",
        "voltar ao topo", "continua após a publicidade",
      ],
      syndication: ["todos os direitos reservados"], captions: ["crédito:", "legenda:"],
      consent: ["utilizamos cookies", "usamos cookies", "utiliza cookies", "usa cookies", "uso de cookies"]),
    "nl": ClutterPhrases(
      share: ["deel via", "volg ons op", "kopieer link"], commentHeads: ["reacties", "reageren", "plaats een reactie"],
      teasers: ["lees ook", "meer lezen", "bekijk ook", "kijk ook", "zie ook"],
      otherStories: [
        "meest bekeken", "meer nieuws", "laatste nieuws", "net binnen", "ook interessant", "verder lezen",
        "anderen lazen ook", "aanbevolen",
      ],
      subscription: ["nieuwsbrief", "abonneer", "word abonnee", "al abonnee", "alleen voor abonnees", "meld je aan"],
      navigation: ["delen", "alle rechten voorbehouden", "terug naar boven", "sluiten", "menu", "advertentie:"],
      syndication: ["alle rechten voorbehouden"], captions: ["bron:", "foto "],
      consent: [
        "gebruiken cookies", "gebruikt cookies", "maken gebruik van cookies", "maakt gebruik van cookies",
        "gebruik van cookies",
      ]),
    "ru": ClutterPhrases(
      share: ["подписывайтесь на нас", "мы в соцсетях", "скопировать ссылку", "рассказать друзьям"],
      commentHeads: ["комментарии", "обсудить", "обсуждение", "комментировать"],
      teasers: [
        "читайте:", "по теме:", "смотрите:", "см. также", "ещё по теме", "подробнее", "подробности:", "ранее по теме",
      ],
      otherStories: [
        "новости по теме", "популярное", "самое популярное", "самые читаемые", "главные новости", "последние новости",
        "новости партнеров", "рекомендуем", "лента новостей", "другие новости", "сейчас читают",
        "вам может быть интересно",
      ],
      subscription: [
        "подписывайтесь", "подпишитесь", "подписаться", "рассылк", "нашли ошибку", "нашли опечатку", "ctrl+enter",
        "ctrl + enter",
      ],
      navigation: ["все права защищены", "наверх", "главная", "меню", "закрыть", "на правах рекламы", "теги", "поиск"],
      syndication: ["все права защищены", "при использовании материалов"], captions: ["источник фото", "иллюстрация:"],
      consent: [
        "используем файлы cookie", "используем cookie", "использует файлы cookie", "использует cookie",
        "использование файлов cookie", "использованием файлов cookie",
      ]),
    "ar": ClutterPhrases(
      share: ["تابعنا على", "تابعونا على", "نسخ الرابط"],
      commentHeads: ["التعليقات", "تعليقات", "شاركنا برأيك", "أضف تعليقك", "تعليقات القراء"],
      teasers: ["اقرأ أيضا", "اقرأ المزيد", "طالع أيضا", "إقرأ المزيد", "للمزيد", "تابع أيضا", "اقرأ:", "شاهد:"],
      otherStories: [
        "أخبار ذات صلة", "موضوعات متعلقة", "ذات صلة", "الأكثر مشاهدة", "آخر الأخبار", "أحدث الأخبار", "مقالات مشابهة",
        "المزيد من الأخبار", "اخترنا لك", "الأكثر تداولا",
      ],
      subscription: ["اشترك الآن", "النشرة البريدية", "النشرة الإخبارية", "سجل الآن"],
      navigation: [
        "شارك", "مشاركة", "انشر", "جميع الحقوق محفوظة", "الرئيسية", "طباعة", "بحث", "إعلانات", "الوسوم",
        "العودة إلى الأعلى",
      ],
      syndication: ["جميع الحقوق محفوظة"], captions: ["تصوير:", "مصدر الصورة"],
      consent: ["ملفات تعريف الارتباط", "ملفات الارتباط", "الكوكيز"]),
    "zh": ClutterPhrases(
      share: ["扫一扫", "微信扫码", "复制链接", "掃一掃", "複製連結"],
      commentHeads: ["评论", "评论(", "网友评论", "最新评论", "留言", "評論", "全部评论", "我要评论"],
      teasers: ["延伸阅读", "相关报道", "点击查看", "更多精彩", "看更多", "相關報導", "更多新聞"],
      otherStories: [
        "热门新闻", "热门推荐", "热门排行", "热点新闻", "热门文章", "相关推荐", "最新新闻", "点击排行", "今日热点", "精彩推荐", "大家都在看", "热门评论", "熱門新聞", "熱門文章",
        "推薦閱讀", "最新消息", "編輯推薦",
      ],
      subscription: ["立即订阅", "订阅我们", "立即訂閱", "扫描二维码", "关注我们", "关注公众号", "加入會員", "下载客户端", "下载app", "下載app"],
      navigation: ["分享", "版权所有", "返回首页", "打印", "首页", "广告", "版權所有", "未经授权禁止转载", "责任编辑"],
      syndication: ["版权所有", "版權所有", "禁止转载", "转载请注明", "轉載請註明"], captions: ["图为", "图片说明", "圖為"],
      consent: ["使用cookie", "使用 cookie", "cookie政策"]),
    "ja": ClutterPhrases(
      readingTime: ["分で読めます", "分で読める", "読了時間"],
      share: ["この記事をシェア", "リンクをコピー", "フォローする"],
      commentHeads: ["コメント", "コメントを書く", "コメントする", "コメント一覧", "みんなのコメント"],
      teasers: ["関連記事", "あわせて読みたい", "あわせて読む", "こちらも読む", "続きを読む", "もっと見る", "【写真特集】", "【関連記事】"],
      otherStories: [
        "関連ニュース", "おすすめ記事", "おすすめ", "アクセスランキング", "ランキング", "人気記事", "注目記事", "新着記事", "最新記事", "合わせて読みたい",
        "この記事を読んだ人はこんな記事も", "ピックアップ", "トピックス",
      ],
      subscription: ["有料会員限定", "会員限定記事", "会員限定の記事", "有料記事です", "ログインして", "無料登録", "メールマガジン", "メルマガ"],
      navigation: ["シェア", "ツイート", "共有する", "シェアする", "広告", "ホーム", "ページトップへ", "印刷", "無断転載", "全記事表示", "本文へ"],
      syndication: ["無断転載を禁じ", "無断転載禁止", "all rights reserved"], captions: ["写真:", "撮影:", "画像:", "写真=", "提供:"],
      byline: ["公開", "更新", "配信", "掲載", "文", "記者", "投稿日", "最終更新", "年", "月", "日"],
      consent: ["cookieを使用", "クッキーを使用", "cookie(クッキー)", "cookieを利用", "cookie を使用"]),
    "ko": ClutterPhrases(
      readingTime: ["분 소요", "분 분량", "읽는 시간"],
      share: ["페이스북 공유", "url 복사", "기사 공유"],
      commentHeads: ["댓글", "댓글 쓰기", "의견 쓰기", "전체 댓글", "댓글을 입력"],
      teasers: ["관련기사", "관련 기사", "더보기", "이 기사도", "[관련기사]", "▶", "☞"],
      otherStories: [
        "관련 뉴스", "많이 본 뉴스", "많이 본 기사", "인기 기사", "인기 뉴스", "추천 기사", "주요 뉴스", "최신 뉴스", "실시간 뉴스", "이 시각 주요뉴스", "함께 본 기사",
        "가장 많이 본 뉴스", "오늘의 주요뉴스",
      ],
      subscription: ["구독하기", "구독 신청", "제보하기", "뉴스레터", "회원가입", "무료 체험"],
      navigation: ["공유", "공유하기", "카카오톡", "구독", "광고", "무단 전재", "홈", "인쇄", "글자크기", "닫기", "메뉴", "본문 바로가기"],
      syndication: ["무단 전재", "무단전재", "재배포 금지", "저작권자 ⓒ", "저작권자(c)"], captions: ["사진:", "사진=", "▲", "[사진", "사진 제공"],
      byline: ["입력", "수정", "등록", "승인", "기자", "기사입력", "최종수정", "송고", "발행일", "작성", "업데이트"],
      consent: ["쿠키를 사용", "쿠키 사용", "쿠키를 이용"]),
    "tr": ClutterPhrases(
      readingTime: ["dk okuma", "dakika okuma", "okuma süresi", "dk. okuma", "dakikalık okuma"],
      share: ["facebook'ta paylaş", "twitter'da paylaş", "bizi takip edin", "linki kopyala", "haberi paylaş"],
      commentHeads: ["yorumlar", "yorum yap", "yorum yaz", "bir yorum bırakın", "ilk yorumu"],
      teasers: [
        "ayrıca okuyun", "ayrıca bkz", "bunu da okuyun", "haberin devamı", "devamını oku", "ilgili haber:",
        "i̇lgili haber", "ilginizi çekebilir", "okuyun:",
      ],
      otherStories: [
        "ilgili haberler", "i̇lgili haberler", "benzer haberler", "en çok okunanlar", "çok okunanlar", "son haberler",
        "önerilen haberler", "diğer haberler", "günün manşetleri", "son dakika haberleri", "i̇lginizi çekebilir",
      ],
      subscription: ["abone ol", "bültenimize", "e-bülten", "bildirimleri aç"],
      navigation: [
        "paylaş", "reklam", "ana sayfa", "anasayfa", "tüm hakları saklıdır", "yazdır", "kapat", "menü", "başa dön",
        "etiketler",
      ],
      syndication: ["tüm hakları saklıdır", "izinsiz kullanılamaz"],
      captions: ["fotoğraf:", "foto:", "görsel:", "kaynak:"],
      byline: [
        "yayınlanma", "güncelleme", "güncellenme", "tarihi", "tarih", "saat", "giriş", "son", "yazan", "haber",
        "editör", "muhabir", "yayın", "oluşturulma",
      ],
      consent: ["çerez kullan", "çerezleri kullan", "çerezler kullan", "çerez politikası", "çerezlerden"]),
    "hi": ClutterPhrases(
      readingTime: ["मिनट में पढ़ें", "मिनट पढ़ें", "पढ़ने का समय"],
      share: ["शेयर करें", "साझा करें", "व्हाट्सऐप पर", "हमें फॉलो करें", "फॉलो करें"],
      commentHeads: ["टिप्पणियाँ", "टिप्पणियां", "टिप्पणी करें", "कमेंट", "प्रतिक्रिया दें", "अपनी राय दें", "एक टिप्पणी छोड़ें"],
      teasers: ["ये भी पढ़ें", "यह भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "पढ़ें:", "ये भी देखें", "यह भी देखें", "यहां पढ़ें"],
      otherStories: [
        "संबंधित खबरें", "संबंधित ख़बरें", "ताज़ा खबरें", "ताजा खबरें", "सबसे ज्यादा पढ़ी गई", "लोकप्रिय खबरें", "बड़ी खबरें", "अन्य खबरें", "और खबरें", "ट्रेंडिंग",
        "टॉप न्यूज़", "लेटेस्ट न्यूज़",
      ],
      subscription: ["सब्सक्राइब", "न्यूज़लेटर", "न्यूजलेटर", "सदस्यता लें", "ऐप डाउनलोड करें", "डाउनलोड करें"],
      navigation: ["विज्ञापन", "होम", "सर्वाधिकार सुरक्षित", "प्रिंट करें", "मेन्यू", "खोजें"],
      syndication: ["सर्वाधिकार सुरक्षित"], captions: ["फोटो:", "फ़ोटो:", "तस्वीर:", "चित्र:"],
      byline: ["प्रकाशित", "अपडेट", "अपडेटेड", "द्वारा", "लेखक", "तिथि", "को", "समय", "पब्लिश्ड", "बजे", "संवाददाता", "अंतिम"],
      consent: ["कुकीज़ का उपयोग", "कुकीज का उपयोग", "कुकी का उपयोग", "कुकीज़ का इस्तेमाल", "कुकीज का इस्तेमाल"]),
    "fa": ClutterPhrases(
      readingTime: ["دقیقه مطالعه", "زمان مطالعه", "دقیقه خواندن"],
      share: ["اشتراک‌گذاری", "اشتراک گذاری", "به اشتراک بگذارید", "ما را دنبال کنید", "لینک کوتاه"],
      commentHeads: [
        "نظرات", "نظر شما", "دیدگاه‌ها", "دیدگاه ها", "ارسال نظر", "نظر دهید", "نظر بدهید", "دیدگاهتان را بنویسید",
      ],
      teasers: [
        "بیشتر بخوانید", "همچنین بخوانید", "بخوانید:", "ادامه مطلب", "مطالب مرتبط:", "ببینید:", "این را هم بخوانید",
      ],
      otherStories: [
        "مطالب مرتبط", "اخبار مرتبط", "پربازدیدترین", "پربازدیدها", "پربیننده‌ترین", "پربحث‌ترین", "آخرین اخبار",
        "تازه‌ترین اخبار", "خبرهای مرتبط", "پیشنهاد سردبیر", "مطالب پیشنهادی",
      ],
      subscription: ["خبرنامه", "مشترک شوید", "کانال تلگرام", "ثبت نام کنید"],
      navigation: ["آگهی", "تبلیغات", "صفحه نخست", "صفحه اصلی", "چاپ", "برچسب‌ها", "جستجو"],
      syndication: ["حقوق این سایت", "کلیه حقوق مادی و معنوی", "تمامی حقوق برای", "کلیه حقوق برای", "تمامی حقوق"],
      captions: ["عکس:", "تصویر:"],
      byline: [
        "تاریخ", "انتشار", "منتشر", "شده", "در", "ساعت", "به", "روز", "رسانی", "نویسنده", "خبرنگار", "توسط", "کد",
        "خبر",
      ],
      consent: ["از کوکی", "کوکی‌ها استفاده", "کوکی ها استفاده"]),
    "he": ClutterPhrases(
      readingTime: ["דקות קריאה", "דק' קריאה", "זמן קריאה"],
      share: ["עקבו אחרינו", "העתק קישור"],
      commentHeads: ["תגובות", "הוסף תגובה", "הוסיפו תגובה", "כתבו תגובה", "הגיבו", "לכל התגובות", "תגובות לכתבה"],
      teasers: ["קראו גם", "קראו עוד", "קרא גם", "ראו גם", "לקריאה נוספת", "עוד בנושא", "צפו:", "להמשך קריאה"],
      otherStories: [
        "כתבות נוספות", "כתבות קשורות", "הכי נקראות", "הנקראות ביותר", "חדשות אחרונות", "מבזקים", "אולי יעניין אותך",
        "אולי יעניין אתכם", "מומלצים", "עוד כתבות", "פופולרי",
      ],
      subscription: ["הצטרפו לניוזלטר", "הצטרפו לערוץ", "ניוזלטר", "הירשמו", "להרשמה", "רכשו מינוי"],
      navigation: [
        "שתפו", "שתף", "שיתוף", "הדפסה", "פרסומת", "דף הבית", "כל הזכויות שמורות", "חיפוש", "תפריט", "סגור", "תגיות",
        "תוכן שיווקי",
      ],
      syndication: ["כל הזכויות שמורות", "אין להעתיק"], captions: ["צילום:", "תמונה:", "צילום "],
      byline: ["פורסם", "עודכן", "מאת", "תאריך", "בשעה", "ב", "עדכון", "אחרון"],
      consent: ["משתמש בעוגיות", "משתמשים בעוגיות", "שימוש בעוגיות", "קבצי cookie", "קובצי cookie"]),
    "id": ClutterPhrases(
      readingTime: ["menit baca", "menit membaca", "waktu baca"],
      share: ["share:", "ikuti kami", "salin tautan", "bagikan artikel"],
      commentHeads: ["komentar", "tulis komentar", "beri komentar", "tinggalkan komentar", "tinggalkan balasan"],
      teasers: [
        "baca juga", "baca selengkapnya", "lihat juga", "simak juga", "simak:", "baca:", "selengkapnya", "tonton juga",
        "tonton video",
      ],
      otherStories: [
        "berita terkait", "artikel terkait", "berita populer", "terpopuler", "berita terpopuler", "berita terbaru",
        "terkini", "rekomendasi untuk anda", "berita lainnya", "artikel lainnya", "paling banyak dibaca",
        "pilihan editor",
      ],
      subscription: [
        "berlangganan", "dapatkan update", "dapatkan berita", "daftar sekarang", "newsletter", "ikuti saluran",
      ],
      navigation: [
        "bagikan", "iklan", "beranda", "advertisement", "scroll to continue with content", "hak cipta dilindungi",
        "cetak", "menu", "cari", "halaman selanjutnya", "halaman",
      ],
      syndication: ["hak cipta dilindungi", "dilarang mengutip"], captions: ["foto:", "gambar:", "sumber foto"],
      byline: [
        "oleh", "diterbitkan", "diperbarui", "tanggal", "pukul", "wib", "wita", "wit", "penulis", "editor", "reporter",
        "dipublikasikan", "terakhir", "kompas",
      ],
      consent: ["menggunakan cookie", "menggunakan cookies", "penggunaan cookie", "kebijakan cookie"]),
    "pl": ClutterPhrases(
      readingTime: ["min czytania", "min. czytania", "minut czytania", "minuty czytania", "czas czytania"],
      share: ["udostępnij", "podziel się", "obserwuj nas", "polub nas", "skopiuj link"],
      commentHeads: ["komentarze", "dodaj komentarz", "skomentuj", "napisz komentarz", "dołącz do dyskusji"],
      teasers: [
        "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także", "zobacz również", "czytaj więcej",
        "czytaj dalej", "przeczytaj też", "przeczytaj także", "sprawdź także",
      ],
      otherStories: [
        "najczęściej czytane", "najpopularniejsze", "najnowsze", "powiązane artykuły", "podobne artykuły", "polecane",
        "polecamy", "więcej na ten temat", "ostatnie wiadomości", "inne artykuły",
      ],
      subscription: [
        "newsletter", "prenumerata", "subskrybuj", "zapisz się", "wykup dostęp", "dla prenumeratorów",
        "masz już prenumeratę",
      ],
      navigation: [
        "reklama", "strona główna", "wszelkie prawa zastrzeżone", "drukuj", "zamknij", "menu", "materiał partnera",
        "artykuł sponsorowany", "dalsza część tekstu pod reklamą", "reszta artykułu pod materiałem wideo",
      ],
      syndication: ["wszelkie prawa zastrzeżone", "kopiowanie zabronione"],
      captions: ["fot.", "fot:", "zdjęcie:", "źródło:", "foto:"],
      byline: [
        "opublikowano", "aktualizacja", "autor", "data", "publikacji", "dodano", "ostatnia", "zmiana", "dnia", "godz",
        "o", "oprac", "utworzono",
      ],
      consent: [
        "używamy plików cookie", "używa plików cookie", "wykorzystuje pliki cookie", "korzysta z plików cookie",
        "plików cookies", "pliki cookies", "ciasteczek",
      ]),
    "cs": ClutterPhrases(
      readingTime: ["min čtení", "minut čtení", "minuty čtení", "doba čtení"],
      share: ["sdílejte", "sdílet na", "sledujte nás", "zkopírovat odkaz"],
      commentHeads: [
        "komentáře", "diskuse", "diskuze", "přidat komentář", "napsat komentář", "vstoupit do diskuse",
        "diskuse k článku",
      ],
      teasers: [
        "čtěte také", "čtěte dále", "přečtěte si", "více zde", "více čtěte", "podívejte se", "související:", "číst dál",
      ],
      otherStories: [
        "související články", "související", "mohlo by vás zajímat", "nejčtenější", "nejčtenější články",
        "další články", "doporučujeme", "nejnovější zprávy", "poslední zprávy", "podobné články", "témata", "k tématu",
      ],
      subscription: [
        "newsletter", "předplatné", "předplaťte", "odebírat", "přihlaste se k odběru", "pouze pro předplatitele",
        "odběr novinek",
      ],
      navigation: [
        "sdílet", "reklama", "inzerce", "hlavní stránka", "domů", "všechna práva vyhrazena", "tisk", "zavřít", "menu",
        "komerční sdělení",
      ],
      syndication: ["všechna práva vyhrazena"], captions: ["foto:", "zdroj:", "ilustrační foto", "autor:"],
      byline: [
        "publikováno", "aktualizováno", "vydáno", "datum", "autor", "v", "dne", "naposledy", "zveřejněno", "čas",
      ],
      consent: ["používáme cookies", "používá cookies", "soubory cookie", "souborů cookie", "používání cookies"]),
    "sv": ClutterPhrases(
      readingTime: ["min läsning", "minuters läsning", "lästid"],
      share: ["dela på", "dela artikeln", "dela via", "följ oss på", "kopiera länk"],
      commentHeads: ["kommentarer", "kommentera", "lämna en kommentar", "skriv en kommentar"],
      teasers: ["läs också", "läs även", "läs mer", "läs vidare", "se också", "se även", "mer om"],
      otherStories: [
        "mest läst", "mest lästa", "relaterade artiklar", "relaterat", "senaste nytt", "fler artiklar", "mer från",
        "just nu", "rekommenderat", "andra har läst",
      ],
      subscription: [
        "nyhetsbrev", "prenumerera", "bli prenumerant", "redan prenumerant", "logga in för", "endast för prenumeranter",
      ],
      navigation: [
        "dela", "annons", "startsida", "till startsidan", "hoppa till innehåll", "skriv ut", "stäng", "meny", "ämnen",
        "till toppen",
      ],
      syndication: ["alla rättigheter"], captions: ["foto:", "bild:", "arkivbild"],
      byline: [
        "publicerad", "uppdaterad", "av", "text", "den", "kl", "klockan", "datum", "senast", "publicerat", "uppdaterat",
      ],
      consent: ["använder cookies", "använder kakor", "användning av cookies", "användandet av cookies"]),
    "uk": ClutterPhrases(
      readingTime: ["хв читання", "хвилин читання", "хвилини читання", "час читання"],
      share: ["поділитися", "поділіться", "ми в соцмережах", "скопіювати посилання"],
      commentHeads: ["коментарі", "залишити коментар", "додати коментар", "обговорення", "коментувати"],
      teasers: [
        "читайте також", "читати далі", "читайте:", "дивіться також", "детальніше:", "до теми:", "більше:",
        "нагадаємо:",
      ],
      otherStories: [
        "новини по темі", "схожі новини", "популярне", "найпопулярніше", "останні новини", "головні новини",
        "матеріали за темою", "рекомендуємо", "більше новин", "найчитаніше", "інші новини",
      ],
      subscription: [
        "підписуйтесь", "підписуйтеся", "підпишіться", "підписатися", "розсилк", "помітили помилку", "ctrl+enter",
      ],
      navigation: [
        "поширити", "реклама", "головна", "усі права захищено", "всі права захищені", "закрити", "меню", "теги", "друк",
      ],
      syndication: ["усі права захищено", "всі права захищені"],
      captions: ["фото:", "джерело:", "відео:", "ілюстративне фото"],
      byline: ["опубліковано", "оновлено", "автор", "дата", "о", "від", "р", "року", "авторка", "редактор"],
      consent: [
        "використовуємо файли cookie", "використовуємо cookie", "використовує файли cookie", "використовує cookie",
        "файлів cookie",
      ]),
  ]
}
