package noroshi.planning.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import noroshi.planning.input.Faulty;
import org.junit.jupiter.api.Test;

class PortfolioFileTest {

    private static final String GOOD = """
            {"title":"例","years":{"first":2027,"count":3},"targets":[{"year":2029,"cut":0.2}],
             "limits":{"oncePerYear":1000000},"resources":["cpu"],
             "buildings":[{"id":"a","zones":["浸水"],"feeder":"f1","trunks":["t1"]},{"id":"b","feeder":"f2"}],
             "servers":[{"id":"s1","yearly":100,"rise":0.1}],
             "contracts":[{"id":"c1","yearly":50,"exit":20,"until":2028}],
             "joints":[{"id":"j1","yearly":70,"opening":10,"least":2}],
             "hosts":[{"id":"h1","pool":"p","building":"a","count":2,"capacity":{"cpu":8},"opening":5,"yearly":1},
                      {"id":"h2","pool":"p","building":"b","count":2,"capacity":{"cpu":8},"opening":5,"yearly":1}],
             "systems":[
              {"id":"x","operation":100,"licence":20,"backup":5,"uses":["s1","c1"],"needs":{"cpu":2},"standby":true,"keptTill":2028,
               "options":[{"kind":"virtualise","pool":"p","once":7,"yearly":30,"staffDays":3,"earliest":2028}]},
              {"id":"y","operation":10,"byYear":[1,2,3],"options":[{"kind":"merge","into":"x","adds":{"cpu":1}},{"kind":"joint","with":"j1"}]}]}""";

    @Test
    void aPortfolioIsReadAsItIsWritten() {
        var portfolio = PortfolioFile.read(GOOD);

        assertThat(portfolio.assets().getFirst().yearly()).containsExactly(100L, 110L, 121L);
        assertThat(portfolio.assets().get(1).until()).isEqualTo(1);
        assertThat(portfolio.assets().get(2).inUse()).isFalse();
        assertThat(portfolio.buildings().getFirst().fates()).containsExactly("zone:浸水", "feeder:f1", "trunk:t1");
        var x = portfolio.systems().getFirst();
        assertThat(x.yearly()).containsExactly(125L, 125L, 125L);
        assertThat(x.keptTill()).isEqualTo(1);
        assertThat(x.options().getFirst().earliest()).isEqualTo(1);
        var y = portfolio.systems().get(1);
        assertThat(y.yearly()).containsExactly(11L, 12L, 13L);
        assertThat(y.options().get(1).uses()).containsExactly(2);
        assertThat(portfolio.upkeepAsItIs(0)).isEqualTo(100 + 50 + 125 + 11);
        assertThat(portfolio.upkeepMax(2)).isEqualTo(228);
        assertThat(portfolio.upkeepMax(1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void everyFaultIsListedAndNothingIsPlanned() {
        var bad = GOOD.replace("\"year\":2029", "\"year\":2040")
                .replace("\"oncePerYear\":1000000", "\"oncePerYear\":-1")
                .replace("{\"id\":\"s1\",\"yearly\":100", "{\"id\":\"s1\",\"yearly\":-100")
                .replace("\"uses\":[\"s1\",\"c1\"]", "\"uses\":[\"s1\",\"s9\"]")
                .replace("\"into\":\"x\"", "\"into\":\"y\"")
                .replace("\"with\":\"j1\"", "\"with\":\"c1\"")
                .replace("\"needs\":{\"cpu\":2}", "\"needs\":{\"cpu\":20}")
                .replace(
                        "\"capacity\":{\"cpu\":8},\"opening\":5,\"yearly\":1}]",
                        "\"capacity\":{},\"opening\":5,\"yearly\":1}]");

        assertThatThrownBy(() -> PortfolioFile.read(bad))
                .isInstanceOfSatisfying(Faulty.class, faulty -> assertThat(faulty.faults())
                        .extracting(fault -> fault.place())
                        .containsExactlyInAnyOrder(
                                "/targets/0/year",
                                "/limits/oncePerYear",
                                "/servers/0/yearly",
                                "/hosts/1/capacity/cpu",
                                "/systems/0/options/0/pool",
                                "/systems/0/uses",
                                "/systems/1/options/0/into",
                                "/systems/1/options/1/with"));
    }

    @Test
    void whatNoPlanCouldDoIsAFault() {
        assertThatThrownBy(() -> PortfolioFile.read(GOOD.replace("\"feeder\":\"f2\"", "\"feeder\":\"f1\"")))
                .hasMessageContaining("no place for the standby copy");
        assertThatThrownBy(() -> PortfolioFile.read(GOOD.replace("\"keptTill\":2028", "\"keptTill\":2026")))
                .hasMessageContaining("/systems/0/keptTill: nothing can become of the system in 2027");
        assertThatThrownBy(() -> PortfolioFile.read(GOOD.replace("\"pool\":\"p\",\"once\"", "\"pool\":\"q\",\"once\"")))
                .hasMessageContaining("no host belongs to the pool 'q'");
    }
}
