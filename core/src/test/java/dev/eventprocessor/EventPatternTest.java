package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What EventBridge patterns mean, one small case after the other. */
class EventPatternTest {

  @Test
  void aLiteralIsOfItsOwnType() {
    accepts("{'f':['1',true,null]}", "{'f':'1'}", "{'f':true}", "{'f':null}");
    refuses("{'f':['1',true,null]}", "{'f':1}", "{'f':'true'}", "{'f':'null'}", "{}", "{'f':{}}");
  }

  @Test
  void numbersAreEqualHoweverTheyAreWritten() {
    accepts("{'f':[100]}", "{'f':100.0}", "{'f':1e2}", "{'f':1.00e+2}");
    accepts("{'f':[0]}", "{'f':-0}", "{'f':-0.0}", "{'f':0e9}");
    accepts("{'f':[0.1]}", "{'f':1e-1}", "{'f':0.10}");
    refuses("{'f':[100]}", "{'f':'100'}", "{'f':100.5}");
  }

  @Test
  void aNumberThatNoDoubleHoldsIsFoundByItsDigits() {
    accepts("{'f':[9007199254740993]}", "{'f':9007199254740993}");
    refuses("{'f':[9007199254740993]}", "{'f':9007199254740992}", "{'f':9007199254740993.0}");
    refuses("{'f':[{'numeric':['>',0]}]}", "{'f':9007199254740993}", "{'f':1e400}");
    refuses("{'f':[1e400]}", "{'f':1E400}");
  }

  @Test
  void rangesHoldTheSmallestAndTheLargestNumbers() {
    accepts("{'f':[{'numeric':['>',0]}]}", "{'f':4.9e-324}", "{'f':1.7976931348623157e308}");
    accepts("{'f':[{'numeric':['>',-5,'<=',5]}]}", "{'f':-4.999}", "{'f':5}");
    refuses("{'f':[{'numeric':['>',-5,'<=',5]}]}", "{'f':-5}", "{'f':'5'}", "{'f':5.0001}");
  }

  @Test
  void affixesAreOfTextsOnly() {
    accepts("{'f':[{'prefix':''}]}", "{'f':''}", "{'f':'x'}");
    refuses("{'f':[{'prefix':''},{'suffix':''}]}", "{'f':1}", "{'f':true}", "{'f':null}");
    accepts("{'f':[{'suffix':'.png'}]}", "{'f':'a.png'}", "{'f':'.png'}");
    refuses("{'f':[{'suffix':'.png'}]}", "{'f':'a.PNG'}", "{'f':'png'}");
  }

  @Test
  void anAffixThatEndsWithAQuoteMeansTheWholeTextToo() {
    accepts("{'f':[{'prefix':'a\\''}]}", "{'f':'a'}", "{'f':'a\\'b'}");
    refuses("{'f':[{'prefix':'a\\''}]}", "{'f':'ab'}");
    accepts("{'f':[{'suffix':'\\'a'}]}", "{'f':'a'}", "{'f':'b\\'a'}");
    accepts("{'f':[{'prefix':{'equals-ignore-case':'a\\''}}]}", "{'f':'A'}");
    refuses("{'f':[{'anything-but':{'prefix':'a\\''}}]}", "{'f':'a'}", "{'f':'a\\'b'}");
    accepts("{'f':[{'anything-but':{'prefix':'a\\''}}]}", "{'f':'ab'}");
  }

  @Test
  void caseIsFoldedCharacterByCharacter() {
    accepts("{'f':[{'equals-ignore-case':'Straße'}]}", "{'f':'STRASSE'}", "{'f':'straße'}");
    refuses("{'f':[{'equals-ignore-case':'strasse'}]}", "{'f':'straße'}");
    accepts("{'f':[{'prefix':{'equals-ignore-case':'éa'}}]}", "{'f':'ÉAx'}");
    accepts("{'f':[{'suffix':{'equals-ignore-case':'Ⱥ'}}]}", "{'f':'xⱥ'}");
    accepts("{'f':[{'equals-ignore-case':'I'}]}", "{'f':'i'}");
    refuses("{'f':[{'equals-ignore-case':'I'}]}", "{'f':'ı'}");
  }

  @Test
  void halvesOfCharactersAreQuestionMarksWhereCaseIsFolded() {
    accepts("{'f':[{'equals-ignore-case':'a😀'}]}", "{'f':'A??'}");
    refuses("{'f':[{'equals-ignore-case':'a😀'}]}", "{'f':'a😀'}");
    accepts("{'f':[{'prefix':'a😀'},{'wildcard':'*😀'}]}", "{'f':'a😀'}", "{'f':'b😀'}");
  }

  @Test
  void starsStandForAnyTextAndBackslashesForThemselves() {
    accepts("{'f':[{'wildcard':'a*b*c'}]}", "{'f':'abc'}", "{'f':'aXbYc'}", "{'f':'abbcc'}");
    refuses("{'f':[{'wildcard':'a*b*c'}]}", "{'f':'ac'}", "{'f':'abcd'}", "{'f':1}");
    accepts("{'f':[{'wildcard':'a\\\\*\\\\\\\\'}]}", "{'f':'a*\\\\'}");
    refuses("{'f':[{'wildcard':'a*'}]}", "{'f':null}");
    accepts("{'f':[{'wildcard':'a'}]}", "{'f':'a'}");
  }

  @Test
  void anythingButNeedsAValue() {
    accepts("{'f':[{'anything-but':'a'}]}", "{'f':'b'}", "{'f':1}", "{'f':null}", "{'f':false}");
    refuses("{'f':[{'anything-but':'a'}]}", "{'f':'a'}", "{}", "{'f':[]}", "{'f':{}}");
    accepts("{'f':[{'anything-but':[1,2]}]}", "{'f':3}", "{'f':'1'}");
    refuses("{'f':[{'anything-but':[1,2]}]}", "{'f':1.0}", "{'f':2e0}");
    refuses("{'f':[{'anything-but':{'equals-ignore-case':['a','b']}}]}", "{'f':'A'}", "{'f':'b'}");
    refuses("{'f':[{'anything-but':{'wildcard':'a*'}}]}", "{'f':'ab'}");
    accepts("{'f':[{'anything-but':{'suffix':['x','y']}}]}", "{'f':'z'}", "{'f':1}");
  }

  @Test
  void anythingButOfAListIsAskedOfEachElement() {
    accepts("{'f':[{'anything-but':'a'}]}", "{'f':['a','b']}");
    refuses("{'f':[{'anything-but':'a'}]}", "{'f':['a','a']}");
  }

  @Test
  void existsAsksForAValueThatIsNeitherAMapNorAList() {
    accepts("{'f':[{'exists':true}]}", "{'f':null}", "{'f':''}", "{'f':[0]}");
    refuses("{'f':[{'exists':true}]}", "{}", "{'f':{}}", "{'f':{'g':1}}", "{'f':[]}", "{'f':[{}]}");
    accepts("{'f':[{'exists':false}]}", "{}", "{'f':{}}", "{'f':{'g':1}}", "{'f':[]}");
    refuses("{'f':[{'exists':false}]}", "{'f':null}", "{'f':[[null]]}");
    accepts("{'f':[{'exists':false},1]}", "{}", "{'f':1}", "{'f':[2,1]}");
    refuses("{'f':[{'exists':false},1]}", "{'f':2}");
  }

  @Test
  void listsAreLookedThroughAtEveryLevel() {
    accepts("{'a':{'b':[1]}}", "{'a':[{'b':2},{'b':1}]}", "{'a':[[{'b':[[3,1]]}]]}");
    refuses("{'a':{'b':[1]}}", "{'a':[1]}", "{'a':[]}");
  }

  @Test
  void fieldsOfOneListAreSatisfiedByOneElement() {
    String pattern = "{'a':{'b':[1],'c':[2]}}";

    accepts(pattern, "{'a':[{'b':1,'c':2}]}", "{'a':[{'b':0},{'c':2,'b':[0,1]}]}");
    refuses(pattern, "{'a':[{'b':1},{'c':2}]}", "{'a':[{'b':1,'c':3},{'b':4,'c':2}]}");
    accepts("{'x':{'b':[1]},'y':{'c':[2]}}", "{'x':[{'b':0},{'b':1}],'y':[{'c':2}]}");
  }

  @Test
  void consistencyGoesDownThroughListsInLists() {
    String pattern = "{'a':{'b':{'c':[1],'d':[2]},'e':[3]}}";

    accepts(pattern, "{'a':[{'e':3,'b':[{'c':1,'d':2}]}]}");
    refuses(pattern, "{'a':[{'e':3,'b':[{'c':1},{'d':2}]}]}");
    refuses(pattern, "{'a':[{'b':[{'c':1,'d':2}]},{'e':3}]}");
  }

  @Test
  void plainValuesBesideMapsInAListBelongToNoElement() {
    accepts("{'a':[1],'a.b':[2]}", "{'a':[1,{'b':2}]}");
    accepts("{'a':[1],'b':[2]}", "{'a':[0,1],'b':[2,0]}");
  }

  @Test
  void absenceIsAskedOfTheElementThatEarlierFieldsChose() {
    accepts("{'a':{'b':[1],'c':[{'exists':false}]}}", "{'a':[{'b':1},{'c':2}]}");
    refuses("{'a':{'b':[1],'c':[{'exists':false}]}}", "{'a':[{'b':1,'c':2}]}");
    refuses("{'a':{'b':[{'exists':false}],'c':[1]}}", "{'a':[{'c':1},{'b':2}]}");
    accepts("{'a':{'b':[1],'c':[{'exists':false},2]}}", "{'a':[{'b':1},{'c':3}]}");
  }

  @Test
  void aKeyWithADotIsTheSameAsTwoKeys() {
    for (String pattern : List.of("{'a.b':[1]}", "{'a':{'b':[1]}}")) {
      accepts(pattern, "{'a':{'b':1}}", "{'a.b':1}", "{'a':0,'a.b':1}");
    }
    accepts("{'a.b.c':[1]}", "{'a':{'b.c':1}}", "{'a.b':{'c':1}}", "{'a':{'b.c':2},'a.b.c':1}");
    accepts("{'.a':[1]}", "{'.a':1}", "{'':{'a':1}}");
    refuses("{'a.b.c':[1]}", "{'a':{'c':1}}", "{'a':{'b':{'c.':1}}}");
  }

  @Test
  void aFieldThatIsWrittenAgainReplacesTheFirst() {
    assertEquals(pattern("{'a':[2]}"), pattern("{'a':[1],'a':[2]}"));
    assertEquals(pattern("{'a.b':[2]}"), pattern("{'a':{'b':[1]},'a.b':[2]}"));
    refuses("{'a':[1],'a':[2]}", "{'a':1}");
  }

  @Test
  void orMultipliesWhatStandsBeforeIt() {
    String pattern = "{'a':[1],'$or':[{'b':[1]},{'c':[1],'d':[1]}]}";

    accepts(pattern, "{'a':1,'b':1}", "{'a':1,'c':1,'d':1}");
    refuses(pattern, "{'a':1,'c':1}", "{'b':1}");
    accepts("{'a':{'$or':[{'b':[1]},{'c':{'d':[1]}}]}}", "{'a':{'c':{'d':1}}}");
    accepts("{'$or':[{'$or':[{'a':[1]},{'b':[1]}]},{'c':[1]}]}", "{'b':1}", "{'c':1}");
    refuses("{'$or':[{'a':[1]},{'b':[2]}],'$or':[{'c':[1]},{'d':[2]}]}", "{'a':1}", "{'c':1}");
  }

  @Test
  void aFieldAfterAnOrReplacesThatOfEachAlternative() {
    accepts("{'$or':[{'a':[1]},{'b':[2]}],'a':[3]}", "{'a':3}", "{'a':3,'b':2}");
    refuses("{'$or':[{'a':[1]},{'b':[2]}],'a':[3]}", "{'a':1}", "{'b':2}");
    accepts("{'a':[3],'$or':[{'a':[1]},{'b':[2]}]}", "{'a':1}", "{'a':3,'b':2}");
  }

  @Test
  void whatIsNoOrIsAFieldOfThatName() {
    accepts("{'$or':[1,2]}", "{'$or':1}");
    accepts("{'$or':{'a':[1]}}", "{'$or':{'a':1}}");
    accepts("{'$or':[{'prefix':'a'},{'suffix':'b'}]}", "{'$or':'xb'}");
    assertMalformed("{'$or':[1,2],'a':[{'anything-but':{'wildcard':'x'}}]}");
    assertMalformed("{'$or':[1,2],'a':[{'anything-but':{'prefix':['x']}}]}");
    assertMalformed("{'$or':[{'prefix':['a']},{'x':['b']}],'b':1}");
  }

  @Test
  void anAddressIsFoundHoweverItIsWritten() {
    accepts("{'f':['10.0.0.1']}", "{'f':'10.0.0.1'}", "{'f':'010.0.0.01'}", "{'f':'::ffff:a00:1'}");
    refuses("{'f':['10.0.0.1']}", "{'f':'10.0.0.2'}", "{'f':'0000000000010.0.0.1'}");
    accepts("{'f':['2001:DB8::1']}", "{'f':'2001:db8:0:0:0:0:0:1'}", "{'f':'2001:0db8::0001'}");
    accepts("{'f':['999.1.1.1','a:b']}", "{'f':'999.1.1.1'}", "{'f':'a:b'}");
    refuses("{'f':[{'exactly':'10.0.0.1'}]}", "{'f':'010.0.0.1'}");
    accepts("{'f':[{'anything-but':'10.0.0.1'}]}", "{'f':'010.0.0.1'}");
  }

  @Test
  void aBlockMeetsAddressesOfBothFamilies() {
    accepts("{'f':[{'cidr':'10.0.0.0/8'}]}", "{'f':'10.255.0.1'}", "{'f':'a00::'}");
    refuses("{'f':[{'cidr':'10.0.0.0/8'}]}", "{'f':'11.0.0.0'}", "{'f':'b00::'}", "{'f':'10'}");
    refuses("{'f':[{'cidr':'a00::/8'}]}", "{'f':10}");
    accepts("{'f':[{'cidr':'10.0.0.77/24'}]}", "{'f':'10.0.0.1'}");
    accepts("{'f':[{'cidr':'fe80::/10'}]}", "{'f':'FE80::1'}", "{'f':'febf::1'}");
  }

  @Test
  void theDigitsOfANumberAreInABlockToo() {
    accepts("{'f':[{'cidr':'16.0.0.0/4'}]}", "{'f':15}", "{'f':150}");
    refuses("{'f':[{'cidr':'16.0.0.0/4'}]}", "{'f':1}", "{'f':20}", "{'f':1.5}", "{'f':-15}");
    accepts("{'f':[{'cidr':'0.0.0.0/0'}]}", "{'f':1}", "{'f':1.0E-6}", "{'f':25.5}");
    refuses("{'f':[{'cidr':'0.0.0.0/0'}]}", "{'f':0}", "{'f':true}", "{'f':null}", "{'f':'x'}");
    accepts("{'f':['16.0.0.1']}", "{'f':10000001}", "{'f':100000015}");
  }

  @Test
  void aBlocksNumberOfBitsMayBeWrittenOddly() {
    for (String bits : List.of("8", "+8", "08", "8/", "8//", "0000008")) {
      accepts("{'f':[{'cidr':'10.0.0.0/" + bits + "'}]}", "{'f':'10.1.1.1'}");
    }
    assertEquals(
        pattern("{'f':[{'cidr':'10.0.0.0/8'}]}"), pattern("{'f':[{'cidr':'10.0.0.0/+8/'}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1]",
        "1",
        "{}",
        "{'a':1}",
        "{'a':[]}",
        "{'a':{}}",
        "{'a':[[1]]}",
        "{'a':[{}]}",
        "{'a':[1]} x",
        "{'a':[1]",
        "{'a':[1],}",
        "{'a':[{'prefix':'a','suffix':'b'}]}",
        "{'a':[{'prefix':1}]}",
        "{'a':[{'prefix':{'prefix':'a'}}]}",
        "{'a':[{'foo':'a'}]}",
        "{'a':[{'exists':'true'}]}",
        "{'a':[{'wildcard':'**'}]}",
        "{'a':[{'wildcard':'\\\\a'}]}",
        "{'a':[{'cidr':'10.0.0.0'}]}",
        "{'a':[{'cidr':'10.0.0.0/32'}]}",
        "{'a':[{'cidr':'::/128'}]}",
        "{'a':[{'cidr':'10.0.0/8'}]}",
        "{'a':[{'cidr':'10.0.0.0/-1'}]}",
        "{'a':[{'cidr':'10.0.0.0/'}]}",
        "{'a':[{'cidr':'10.0.0.256/8'}]}",
        "{'a':[{'cidr':'/8'}]}",
        "{'a':[{'numeric':['>']}]}",
        "{'a':[{'numeric':['>','1']}]}",
        "{'a':[{'numeric':[]}]}",
        "{'a':[{'numeric':['>',5,'<',5]}]}",
        "{'a':[{'numeric':['<',1,'>',0]}]}",
        "{'a':[{'numeric':['=',1,'<',2]}]}",
        "{'a':[{'numeric':['>',1e400]}]}",
        "{'a':[{'numeric':['>',1.7976931348623157e308]}]}",
        "{'a':[{'numeric':['<=',-1.7976931348623157e308]}]}",
        "{'a':[{'anything-but':[]}]}",
        "{'a':[{'anything-but':[1,'a']}]}",
        "{'a':[{'anything-but':null}]}",
        "{'a':[{'anything-but':true}]}",
        "{'a':[{'anything-but':{'prefix':''}}]}",
        "{'a':[{'anything-but':{'prefix':[]}}]}",
        "{'a':[{'anything-but':{'exists':true}}]}",
        "{'a':[{'anything-but':9007199254740993}]}",
        "{'$or':[{'a':[1]}],'b':1}",
        "{'$or':[{'a':[1]},{}],'b':[{}]}",
        "{'$or':[{'exists':[true]},{'a':[1]}]}"
      })
  void whatTheEngineRefusesIsRefused(String pattern) {
    assertMalformed(pattern);
  }

  @Test
  void theMessageNamesTheSpotAndNotTheValue() {
    ConfigurationException thrown =
        assertThrows(
            ConfigurationException.class,
            () -> pattern("{'a':{'b':[1,{'numeric':['>','se-cret']}]}}"));

    assertTrue(thrown.getMessage().contains("at a > b > numeric"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("se-cret"), thrown.getMessage());
  }

  @Test
  void patternsAreValues() {
    EventPattern one = pattern("{'a':[1,{'prefix':'x'}],'b':{'c':[true]}}");
    EventPattern same = pattern(" { 'b.c' : [ true ],\n 'a' : [ 1.0, {'prefix':'x'} ] } ");

    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(one, pattern("{'a':[1],'b':{'c':[true]}}"));
    assertNotEquals(one, Filters.eq("a", 1));
    assertEquals("{\"a\":[1,{\"prefix\":\"x\"}],\"b\":{\"c\":[true]}}", one.toString());
    assertEquals("{\"a\":[\" x\"]}", pattern("{ 'a' : [ ' x' ] }").toString());
  }

  @Test
  void aPatternCountsTheFieldsOfItsLeastDemandingAlternative() {
    assertEquals(2, pattern("{'a':[1,2,3],'b':{'c':[1]}}").conditions());
    assertEquals(1, pattern("{'$or':[{'a':[1]},{'b':[1],'c':[1]}]}").conditions());
    assertEquals(2, pattern("{'x':[1],'$or':[{'a':[1]},{'b':[1],'c':[1]}]}").conditions());
  }

  @Test
  void aPatternTellsItsPaths() {
    List<Path> paths = new ArrayList<>();

    pattern("{'b':{'c-d':[1]},'a':[1]}").addPathsTo(paths);

    assertEquals(List.of(Path.parse("a"), Path.parse("b.c-d")), paths);
  }

  private static void accepts(String pattern, String... events) {
    for (String event : events) {
      assertTrue(pattern(pattern).matches(event(event)), pattern + " and " + event);
    }
  }

  private static void refuses(String pattern, String... events) {
    for (String event : events) {
      assertFalse(pattern(pattern).matches(event(event)), pattern + " and " + event);
    }
  }

  private static void assertMalformed(String pattern) {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> pattern(pattern), pattern);
    assertEquals(ErrorId.EVENT_PATTERN_MALFORMED, thrown.id());
  }

  private static EventPattern pattern(String json) {
    return EventPattern.parse(quoted(json));
  }

  @SuppressWarnings("unchecked") // Events are written as objects.
  private static Event event(String json) {
    return Event.of((Map<String, ?>) Json.read(quoted(json)));
  }

  /** JSON is written with single quotes here; one after a backslash is an escaped double quote. */
  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
