import ICU
import Testing

@testable import Claims

@Suite struct DateClaimTests {
  @Test(arguments: [
    Example("en", "The combat mission ends on ⟦31 December|@2021-12-31⟧.", "2021-12-31"),
    Example(
      "en", "The combat mission, which began in ⟦2014|@2014-01-01..2014-12-31⟧, will end on ⟦31 December|@2021-12-31⟧.",
      "2021-12-31"),
    Example("fr", "La mission de combat a pris fin ⟦jeudi|@2021-12-09⟧.", "2021-12-09"),
    Example(
      "fr",
      "⟦En juillet|@2021-07-01..2021-07-31⟧, il avait prévenu : la mission de combat s'achèvera ⟦d'ici la fin de l'année|@..2021-12-31⟧.",
      "..2021-12-31"),
    Example(
      "fr",
      "⟦Lundi|@2021-07-26⟧, il a promis que la mission de combat cesserait ⟦d'ici la fin de l'année|@..2021-12-31⟧.",
      "..2021-12-31"),
    Example("es", "La misión de combate termina ⟦el 31 de diciembre|@2021-12-31⟧.", "2021-12-31"),
    Example("de", "Der Kampfeinsatz endet ⟦am 31. Dezember|@2021-12-31⟧.", "2021-12-31"),
    Example("ar", "تنتهي المهمة القتالية ⟦بحلول 31 ديسمبر|@..2021-12-31⟧.", "..2021-12-31"),
    Example("zh", "战斗任务在⟦12月31日|@2021-12-31⟧结束。", "2021-12-31"),
    // The words of the date itself end nothing.
    Example("fr", "La mission de combat continue ⟦d'ici la fin de l'année|@..2021-12-31⟧."),
    Example("en", "The combat mission moves north ⟦by the end of the year|@..2021-12-31⟧."),
    Example("fr", "La mission de combat a commencé en ⟦2014|@2014-01-01..2014-12-31⟧."),
  ])
  func `the date in the clause of the event`(_ example: Example) {
    #expect(Desk.found(Desk.missionEnd, example.language, example.text) == example.expected)
  }

  @Test(arguments: [
    Example(
      "en", "The answer to the drone strike of ⟦January 3|@2020-01-03⟧, which killed a general, came late.",
      "2020-01-03"),
    Example(
      "fr", "Rien ne bouge depuis la frappe de drone du ⟦3 janvier|@2020-01-03⟧, qui a tué un général.", "2020-01-03"),
    Example(
      "fr", "On a ordonné, ⟦en janvier 2020|@2020-01-01..2020-01-31⟧, la frappe contre lui.", "2020-01-01..2020-01-31"),
    Example("es", "⟦El 3 de enero|@2020-01-03⟧ un ataque con dron mató al general.", "2020-01-03"),
    Example(
      "de", "Das war die Antwort auf den Drohnenangriff vom ⟦3. Januar|@2020-01-03⟧, bei dem er starb.", "2020-01-03"),
    Example("zh", "⟦2020年1月3日|@2020-01-03⟧，美国发动空袭，炸死了将军。", "2020-01-03"),
    Example(
      "en", "When the drone strike came, in the early hours of ⟦3 January 2020|@2020-01-03⟧, the roads were empty.",
      "2020-01-03"),
    Example("fr", "La frappe est venue dans la nuit du ⟦3 janvier|@2020-01-03⟧.", "2020-01-03"),
    Example("en", "When the drone strike came, the vote of ⟦5 January|@2020-01-05⟧, a long one, was over."),
    // The date is that of another noun.
    Example("en", "They recalled the vote of ⟦5 January|@2020-01-05⟧ after the drone strike."),
    Example("fr", "Le vote du ⟦5 janvier|@2020-01-05⟧ répondait à la frappe."),
  ])
  func `an event without a verb of its own`(_ example: Example) {
    let rule = Rule(id: "strike", kind: .date, about: ["strike"])
    #expect(Desk.found(rule, example.language, example.text) == example.expected)
  }

  @Test func `a clause goes on behind what is set into it`() {
    let text = """
      La coalition menée par Washington, comprenant ⟦plus de 80|>80⟧ pays, dont l'Italie, la Grèce et plusieurs émirats, \
      a été formée en ⟦2014|@2014-01-01..2014-12-31⟧ pour les aider.
      """
    let rule = Rule(id: "formed", kind: .date, about: ["coalition"], with: ["formed"])
    #expect(Desk.found(rule, "fr", text) == ["2014-01-01..2014-12-31"])
    let said = "Ils reprendront la formation, ont annoncé ⟦mercredi|@2020-01-15⟧ des officiers."
    #expect(Desk.found(Rule(id: "t", kind: .date, about: ["training"]), "fr", said) == [])
  }

  @Test func `three events keep their three dates`() {
    let text = """
      La coalition, qui réunit ⟦plus de 80|>80⟧ pays, a été formée en ⟦2014|@2014-01-01..2014-12-31⟧.¶\
      Le pays a déclaré la victoire en ⟦décembre 2017|@2017-12-01..2017-12-31⟧.¶\
      Ils veulent reprendre la formation, qui dure depuis ⟦2015|@2015-01-01..⟧, après que tout a changé.
      """
    let formed = Rule(id: "formed", kind: .date, about: ["coalition"], with: ["formed"])
    #expect(Desk.found(formed, "fr", text) == ["2014-01-01..2014-12-31"])
    #expect(Desk.found(Rule(id: "v", kind: .date, about: ["victory"]), "fr", text) == ["2017-12-01..2017-12-31"])
    #expect(Desk.found(Rule(id: "t", kind: .date, about: ["training"]), "fr", text) == ["2015-01-01.."])
  }

  @Test(arguments: [
    Example("en", "# United States ends combat mission as leaders meet", "..2021-12-10"),
    Example("fr", "# Les États-Unis terminent leur mission de combat alors que tout brûle", "..2021-12-10"),
    Example("fr", "La coalition a terminé sa mission de combat.", "..2021-12-10"),
    Example("en", "The combat mission has ended.", "..2021-12-10"),
    Example("en", "# Iraq says the combat mission is over", "..2021-12-10"),
    Example("de", "Die USA haben ihren Kampfeinsatz beendet.", "..2021-12-10"),
    Example("es", "La coalición terminó su misión de combate.", "..2021-12-10"),
    Example("ar", "انتهت المهمة القتالية للتحالف.", "..2021-12-10"),
    Example("zh", "联盟的战斗任务已经结束。", "..2021-12-10"),
    // Not yet, not at all, or who knows.
    Example("en", "# United States to end combat mission"),
    Example("en", "The combat mission will end."),
    Example("en", "The combat mission has not ended."),
    Example("en", "They want to finish the combat mission."),
    Example("en", "The end of the combat mission pleases many."),
    Example("en", "Has the combat mission ended?"),
    Example("fr", "Les États-Unis doivent terminer leur mission de combat."),
    Example("fr", "Il a décidé de terminer la mission de combat."),
    Example("fr", "La mission de combat n'a pas cessé."),
    Example("de", "Die USA wollen den Kampfeinsatz beenden."),
    Example("fr", "Les États-Unis terminent leur mission de combat."),
    Example("zh", "战斗任务将结束。"),
  ])
  func `a finished act without a date happened by the article's day`(_ example: Example) {
    #expect(Desk.found(Desk.missionEnd, example.language, example.text) == example.expected)
  }

  @Test func `without an article's day a finished act has no date`() {
    #expect(Desk.found(Desk.missionEnd, "en", "The combat mission has ended.", day: nil) == [])
  }

  @Test func `during leaves out what happened at another time`() {
    var rule = Desk.missionEnd
    rule.during = (Day("2021-01-01"), Day("2022-06-30"))
    #expect(Desk.found(rule, "en", "The combat mission ended on ⟦31 August 2010|@2010-08-31⟧.") == [])
    #expect(Desk.found(rule, "en", "The combat mission ended on ⟦Thursday|@2021-12-09⟧.") == ["2021-12-09"])
    var turnout = Rule(id: "t", kind: .quantity, about: ["turnout"], unit: .unit("percent"))
    turnout.during = (Day("2021-01-01"), nil)
    let text = "In ⟦2018|@2018-01-01..2018-12-31⟧ turnout was ⟦57.9 %|57.9:percent⟧."
    #expect(Desk.found(turnout, "en", text) == [])
  }
}
