import Testing

@testable import Claims

@Suite struct QuantityClaimTests {
  @Test(arguments: [
    Example("en", "The base houses ⟦5,200|5200⟧ soldiers.", "5200"),
    Example("en", "⟦About 2,500|~2500⟧ American troops remain in the country.", "2500"),
    Example("en", "They keep ⟦5,200|5200⟧ United States soldiers there.", "5200"),
    Example("en", "Hundreds left, and ⟦more than 5,000|>5000⟧ of the troops stayed.", "5000-"),
    Example("en", "The number of soldiers in Iraq stands at ⟦5,200|5200⟧.", "5200"),
    Example("en", "Soldiers in Iraq: ⟦5,200|5200⟧", "5200"),
    Example("en", "How many soldiers are there?‖ ⟦About 5,200|~5200⟧.", "5200"),
    Example("en", "The soldiers (⟦2,500|2500⟧) will stay.", "2500"),
    Example("en", "⟦300⟧ military personnel arrived.", "300"),
    Example("fr", "Quelque ⟦2 500|2500⟧ soldats américains y sont postés.", "2500"),
    Example("fr", "Ils alignent encore ⟦plus de 5 200|>5200⟧ soldats.", "5200-"),
    Example("fr", "On y compte ⟦deux mille|2000⟧ jeunes militaires venus du Texas.", "2000"),
    Example("fr", "Le nombre de soldats s'élève à ⟦5 200|5200⟧.", "5200"),
    Example("fr", "⟦Des centaines|200-900⟧ de soldats dorment sous la tente.", "200-900"),
    Example("fr", "Washington n'a pas voulu rappeler ⟦plus de 5000|>5000⟧ militaires.", "5000-"),
    Example("es", "Allí siguen ⟦2.500|2500⟧ soldados estadounidenses.", "2500"),
    Example("es", "⟦Cientos|200-900⟧ de militares vigilan la frontera.", "200-900"),
    Example("de", "Dort stehen ⟦2.500|2500⟧ amerikanische Soldaten.", "2500"),
    Example("de", "Die Regierung hat ⟦mehr als 5.000|>5000⟧ US-Soldaten im Land.", "5000-"),
    Example("de", "Soldaten im Irak: ⟦5.200|5200⟧", "5200"),
    Example("ar", "يرابط هناك ⟦أكثر من ٥٢٠٠|>5200⟧ جندي أمريكي.", "5200-"),
    Example("ar", "يبلغ عدد الجنود ⟦2500⟧.", "2500"),
    Example("zh", "那里驻有⟦5200⟧名美国士兵。", "5200"),
    Example("zh", "美国军人总数是⟦2500⟧名。", "2500"),
    Example("ru", "Там служат ⟦2500⟧ американских солдат.", "2500"),
  ])
  func `a number counts its noun`(_ example: Example) {
    var rule = Desk.troops
    if example.language == "ru" { rule.about = ["soldiery"] }
    #expect(Desk.found(rule, example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    // Another noun is counted, whatever stands further on.
    Example("fr", "⟦2 500|2500⟧ candidats afghans à un visa dormiront dans un camp militaire."),
    Example("fr", "⟦2 500|2500⟧ titulaires de visa et des familles logeront dans une base militaire."),
    Example("en", "⟦2,500|2500⟧ visa applicants will sleep at a soldier camp."),
    Example("en", "⟦300⟧ troop carriers crossed the border."),
    Example("en", "⟦5,000|5000⟧ trainers help soldiers."),
    Example("en", "⟦12⟧ generals met soldiers in the desert."),
    Example("fr", "⟦Plus de 2 100|>2100⟧ camions de l'armée ont emporté le matériel des soldats."),
    Example("fr", "⟦10 000|10000⟧ combattants actifs menacent les militaires."),
    Example("fr", "⟦Plus de 80|>80⟧ pays ont envoyé des militaires."),
    Example("fr", "Un vaccin en ⟦500 000|500000⟧ doses attend les soldats."),
    Example("es", "⟦2.500|2500⟧ camiones cruzaron con soldados."),
    Example("de", "⟦500.000|500000⟧ Impfdosen erreichten die Soldaten."),
    Example("de", "Soldaten fuhren mit ⟦300⟧ Lastwagen ab."),
    Example("ar", "نقل الجنود ⟦300⟧ شاحنة إلى الحدود."),
    Example("zh", "⟦2100⟧辆卡车运走了士兵的装备。"),
    Example("zh", "⟦300⟧名士兵的家属来到基地。"),
    // Adjectives that a term shares its letters with.
    Example("fr", "⟦300⟧ bases militaires ferment."),
    Example("fr", "⟦2 100|2100⟧ tonnes de matériel militaire partent."),
    Example("fr", "Les soldats de ⟦80⟧ pays défilent."),
    Example("en", "Soldiers of ⟦five|5⟧ nations parade."),
    Example("de", "Es kommen Soldaten der ⟦82⟧. Division."),
    Example("ar", "أغلقت ⟦300⟧ قاعدة عسكرية."),
    Example("fr", "⟦Un|1⟧ soldat américain raconte."),
    Example("zh", "他们把这⟦一|1⟧天当作军人的节日。"),
    // Increases and rates are no standing counts.
    Example("fr", "Le Pentagone envoie ⟦des centaines|200-900⟧ de soldats supplémentaires."),
    Example("en", "Another ⟦300⟧ soldiers are on their way."),
    Example("en", "They sent ⟦300⟧ more soldiers."),
    Example("de", "Hinzu kommen ⟦700⟧ zusätzliche Soldaten."),
    Example("es", "Mandaron a ⟦300⟧ soldados adicionales."),
    Example("zh", "又增派了⟦数百|200-900⟧名士兵。"),
    Example("ar", "أرسلت ⟦300⟧ جندي إضافي."),
    Example("en", "The camp feeds ⟦300⟧ soldiers a day."),
    // Parts are no rival values.
    Example("fr", "La force réunit ses alliés, dont ⟦2500⟧ soldats."),
    Example("en", "The force, including ⟦2,500|2500⟧ soldiers, stays."),
    Example("en", "Of the soldiers, ⟦two|2⟧ of them stayed."),
    Example("de", "Die Truppe bleibt, darunter ⟦35⟧ Soldaten."),
    // Ruled out by `unless`.
    Example("fr", "⟦3 500|3500⟧ militaires étrangers y restent."),
    Example("en", "⟦1,000|1000⟧ allied soldiers remain."),
    Example("zh", "⟦1000⟧名盟国士兵留下。"),
    // Measures are no counts.
    Example("en", "⟦5 %|5:percent⟧ of the soldiers left."),
    // A term belongs to its language.
    Example("en", "⟦300⟧ militaires arrived."),
  ])
  func `what looks like a count and is none`(_ example: Example) {
    #expect(Desk.found(Desk.troops, example.language, example.text) == example.expected)
  }

  @Test func `each number has its own noun`() {
    let text = "⟦Environ 2 500|~2500⟧ soldats américains et ⟦1 000|1000⟧ soldats alliés y restent."
    #expect(Desk.found(Desk.troops, "fr", text) == ["2500"])
    var allied = Desk.troops
    allied.unless = []
    allied.with = ["allied"]
    #expect(Desk.found(allied, "fr", text) == ["1000"])
  }

  @Test(arguments: [
    Example("en", "The rockets killed ⟦five|5⟧ and wounded ⟦twelve|12⟧.", "5"),
    Example("en", "⟦Five|5⟧ were killed and ⟦twelve|12⟧ wounded.", "5"),
    Example("en", "⟦Seven|7⟧ have died.", "7"),
    Example("en", "⟦Three|3⟧ members of the coalition were killed, two of them American.", "3"),
    Example("en", "⟦Three|3⟧ men, ⟦two|2⟧ of them American, were killed.", "3"),
    Example("en", "The attack, which came at night, killed ⟦nobody|0⟧.", "0"),
    Example("en", "⟦Nobody|0⟧ was killed or hurt.", "0"),
    Example("en", "It cost the death of ⟦six|6⟧ men.", "6"),
    Example("en", "⟦Five|5⟧ soldiers who were killed lie here.", "5"),
    Example("en", "The death toll rose to ⟦seven|7⟧.", "7"),
    Example("fr", "Le tir a tué ⟦trois|3⟧ militaires, dont ⟦deux|2⟧ Américains.", "3"),
    Example("fr", "⟦Cinq|5⟧ militaires irakiens ont été tués lorsque leur appareil est tombé.", "5"),
    Example("fr", "Alors que ⟦cinq|5⟧ soldats sont morts mardi, le silence dure.", "5"),
    Example("fr", "L'état-major déplore la perte d'un appareil et de ⟦six|6⟧ hommes.", "6"),
    Example("fr", "⟦Personne|0⟧ n'a été tué ni blessé.", "0"),
    Example("fr", "L'attaque n'a fait ⟦aucun mort|0⟧.", "0"),
    Example("fr", "L'attaque ⟦n'a tué personne|0⟧, selon le commandement.", "0"),
    Example("fr", "L'attaque a coûté la vie à ⟦quatre|4⟧ soldats.", "4"),
    Example("fr", "Hommage à ⟦six|6⟧ hommes tués dans l'accident.", "6"),
    Example("es", "⟦Cinco|5⟧ militares murieron al caer su aparato.", "5"),
    Example("es", "No murió ⟦nadie|0⟧ en el ataque.", "0"),
    Example("es", "El ataque mató a ⟦cinco|5⟧ soldados.", "5"),
    Example("de", "Bei dem Angriff wurde ⟦niemand|0⟧ getötet.", "0"),
    Example("de", "Gestern wurden ⟦fünf|5⟧ Soldaten bei einem Absturz im Norden getötet.", "5"),
    Example("de", "⟦Fünf|5⟧ Soldaten kamen ums Leben.", "5"),
    Example("ar", "قتل ⟦خمسة|5⟧ عسكريين في الهجوم.", "5"),
    Example("ar", "وقتل في الهجوم ⟦ثلاثة|3⟧ عسكريين بينهم أمريكيان.", "3"),
    Example("zh", "直升机坠毁，⟦五|5⟧名军人死亡。", "5"),
    Example("zh", "袭击炸死了⟦五|5⟧人。", "5"),
    Example("zh", "袭击中⟦无人|0⟧死亡。", "0"),
  ])
  func `a number is the subject or object of its verb`(_ example: Example) {
    #expect(Desk.found(Desk.killed, example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "Soldiers were killed in ⟦five|5⟧ attacks."),
    Example("en", "⟦Five|5⟧ soldiers saw a man killed."),
    Example("en", "They were killed by ⟦two|2⟧ gunmen."),
    Example("en", "⟦Two|2⟧ bases shook when a man was killed."),
    Example("fr", "Un général a été tué par ⟦deux|2⟧ drones."),
    Example("fr", "⟦Deux|2⟧ roquettes ont visé la zone où un homme est mort."),
    Example("fr", "⟦80⟧ pays pleurent la mort du général."),
    Example("de", "In ⟦zwei|2⟧ Angriffen wurde der General getötet."),
    Example("es", "El general fue muerto por ⟦dos|2⟧ drones."),
    Example("zh", "在⟦两|2⟧次袭击中将军死亡。"),
    Example("en", "⟦Twelve|12⟧ were wounded."),
    Example("fr", "⟦Deux|2⟧ drones ont tué le général."),
    Example("en", "⟦Two|2⟧ drones killed General Smith."),
  ])
  func `what is near a verb and not its number`(_ example: Example) {
    #expect(Desk.found(Desk.killed, example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "The rockets killed ⟦five|5⟧ and wounded ⟦twelve|12⟧.", "12"),
    Example("en", "⟦Five|5⟧ killed and ⟦twelve|12⟧ wounded.", "12"),
    Example("fr", "⟦Personne|0⟧ n'a été tué ni blessé.", "0"),
    Example("en", "⟦Nobody|0⟧ was killed or hurt.", "0"),
    Example("de", "⟦Fünf|5⟧ Menschen wurden getötet und ⟦zwölf|12⟧ verletzt.", "12"),
  ])
  func `the nearest number belongs to the verb`(_ example: Example) {
    #expect(Desk.found(Desk.injured, example.language, example.text) == example.expected)
  }

  @Test func `with asks for everything in the same phrase`() {
    var rule = Desk.killed
    rule.with = ["troops"]
    #expect(Desk.found(rule, "en", "⟦Five|5⟧ soldiers were killed.") == ["5"])
    #expect(Desk.found(rule, "en", "⟦Five|5⟧ civilians were killed.") == [])
    rule = Desk.troops
    rule.unless = []
    rule.with = ["foreign"]
    #expect(Desk.found(rule, "fr", "La force aligne ⟦3 500|3500⟧ militaires étrangers.") == ["3500"])
    #expect(Desk.found(rule, "fr", "Les étrangers ont vu ⟦3 500|3500⟧ militaires.") == [])
  }

  @Test func `a rule about reinforcements counts increases`() {
    var rule = Desk.troops
    rule.with = ["reinforcements"]
    #expect(Desk.found(rule, "en", "They sent ⟦300⟧ additional soldiers.") == ["300"])
  }

  @Test func `take chooses the part or the whole`() {
    var rule = Rule(id: "seats", kind: .quantity, about: ["seats"])
    let text = "The party took ⟦87⟧ of the ⟦165⟧ seats."
    #expect(Desk.found(rule, "en", text) == ["87"])
    rule.take = .whole
    #expect(Desk.found(rule, "en", text) == ["165"])
  }

  @Test func `units are taken where the rule asks for them`() {
    var rule = Rule(id: "turnout", kind: .quantity, about: ["turnout"], unit: .unit("percent"))
    #expect(Desk.found(rule, "en", "Turnout was ⟦61 %|61:percent⟧, ⟦four points|4:percentage-point⟧ up.") == ["61"])
    #expect(Desk.found(rule, "de", "Die Wahlbeteiligung lag bei ⟦61 Prozent|61:percent⟧.") == ["61"])
    #expect(Desk.found(rule, "fr", "⟦2 500|2500⟧ bureaux, participation ⟦61 %|61:percent⟧.") == ["61"])
    #expect(Desk.found(rule, "en", "Turnout was high in ⟦61⟧ districts.") == [])
    rule = Rule(id: "cost", kind: .quantity, about: ["mission"], unit: .anyCurrency)
    #expect(Desk.found(rule, "en", "The combat mission cost ⟦5 million euros|5000000:EUR⟧.") == ["5000000"])
    rule.with = ["currency:USD"]
    #expect(Desk.found(rule, "en", "The combat mission cost ⟦5 million euros|5000000:EUR⟧.") == [])
  }

  @Test(arguments: [
    Example("fr", "La force garde ⟦3 500|3500⟧ militaires étrangers, dont ⟦2 500|2500⟧ Américains.", "2500"),
    Example("en", "⟦3,500|3500⟧ foreign soldiers, including ⟦2,500|2500⟧ Americans, remain.", "2500"),
    Example("en", "⟦3,500|3500⟧ foreign soldiers, ⟦2,500|2500⟧ of them American, remain.", "2500"),
    Example("de", "Dort stehen ⟦3.500|3500⟧ ausländische Soldaten, darunter ⟦2.500|2500⟧ Amerikaner.", "2500"),
    Example("es", "Quedan ⟦3.500|3500⟧ militares extranjeros, de ellos ⟦2.500|2500⟧ estadounidenses.", "2500"),
    // What the rule does not name.
    Example("fr", "La force garde ⟦3 500|3500⟧ militaires étrangers, dont ⟦400⟧ Belges."),
    // No kind that is watched has the whole.
    Example("fr", "On y compte ⟦3 500|3500⟧ camions étrangers, dont ⟦2 500|2500⟧ américains."),
    // The whole is the claim, and its part no rival.
    Example("fr", "On y compte ⟦3 500|3500⟧ soldats, dont ⟦2 500|2500⟧ Américains.", "3500"),
    // What happens to the whole happens to the part.
    Example("fr", "Le tir a tué ⟦trois|3⟧ militaires, dont ⟦deux|2⟧ Américains."),
  ])
  func `a part is of its whole's kind`(_ example: Example) {
    var rule = Desk.troops
    rule.near = ["region:US"]
    rule.unless.append("killed")
    #expect(Desk.found(rule, example.language, example.text) == example.expected)
  }

  @Test func `what happens to the whole counts its part`() {
    var rule = Desk.killed
    rule.with = ["region:US"]
    let text = "Le tir a tué ⟦trois|3⟧ militaires, dont ⟦deux|2⟧ Américains."
    #expect(Desk.found(rule, "fr", text) == ["2"])
    rule.with = ["region:GB"]
    #expect(Desk.found(rule, "fr", text) == [])
  }

  @Test(arguments: [
    Example("en", "There are ⟦3,500⟧ foreign soldiers, including ⟦2,500⟧ Americans and ⟦1,200⟧ allied ones.", "1200"),
    Example("fr", "Il compte ⟦3 500⟧ militaires étrangers, dont ⟦2 500⟧ Américains et ⟦1 200⟧ alliés.", "1200"),
    Example(
      "de",
      "Es sind ⟦3.500|3500⟧ ausländische Soldaten, darunter ⟦2.500|2500⟧ amerikanische und ⟦1.200|1200⟧ verbündete.",
      "1200"),
    Example("en", "There are ⟦3,500⟧ foreign soldiers, including ⟦4,500⟧ allied soldiers.", "4500"),
  ])
  func `parts in a row, and one that is more than its whole`(_ example: Example) {
    let rule = Rule(id: "allied", kind: .quantity, about: ["troops"], with: ["allied"])
    #expect(Desk.found(rule, example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example("en", "⟦Three|3⟧ soldiers were killed, ⟦two|2⟧ of them American and ⟦one|1⟧ British.", "3"),
    Example("en", "⟦Ten|10⟧ people were killed, including ⟦three|3⟧ children and ⟦seven|7⟧ women.", "10"),
    Example("fr", "⟦Trois|3⟧ militaires ont été tués, dont ⟦deux|2⟧ Américains et ⟦un|1⟧ Britannique.", "3"),
  ])
  func `parts in a row are no rivals of the total`(_ example: Example) {
    #expect(Desk.found(Desk.killed, example.language, example.text) == example.expected)
  }
}
