package noroshi.planning.continuity.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContradictionsTest {

    private static final String PLAN = """
            "servers":[{"id":"m","name":"m","building":"low","repair":"work"}],
            "data":[{"id":"daily","name":"d","server":"m","repair":"work","backups":[{"id":"b","building":"hill","every_hours":24},{"id":"c","building":"hill","every_hours":90}]},
                    {"id":"never","name":"d","server":"m"}],
            "systems":[{"id":"slow","name":"s","data":["daily"],"rto_hours":48,"rpo_hours":24},
                       {"id":"quick","name":"s","rto_hours":4},
                       {"id":"silent","name":"s"},
                       {"id":"bare","name":"s","data":["never"],"rpo_hours":1000}],
            "services":[{"id":"v1","name":"v","needs":["slow","silent"],"rto_hours":24,"rpo_hours":12},
                        {"id":"v2","name":"v","needs":["slow"],"rto_hours":48,"rpo_hours":24},
                        {"id":"v3","name":"v","needs_some_of":[{"at_least":1,"of":["slow","quick"]}],"rto_hours":4},
                        {"id":"v4","name":"v","needs_some_of":[{"at_least":2,"of":["slow","quick"]}],"rto_hours":47},
                        {"id":"v5","name":"v","needs":["slow"]}],
            "scenarios":[{"id":"s","name":"s","floods":[{"zone":"valley","height_m":4}]}]""";

    @Test
    void promisesAreComparedWithWhatTheyNeed() {
        assertThat(Contradictions.onPaper(Town.with(PLAN)))
                .containsExactlyInAnyOrder(
                        new Contradiction(Contradiction.Kind.RTO_ON_PAPER, "v1", "slow", 24, 48),
                        new Contradiction(Contradiction.Kind.RPO_ON_PAPER, "v1", "daily", 12, 24),
                        new Contradiction(Contradiction.Kind.RTO_ON_PAPER, "v4", "slow", 47, 48),
                        new Contradiction(Contradiction.Kind.RPO_ON_PAPER, "bare", "never", 1000, Outage.NEVER));
    }

    @Test
    void promisesAreComparedWithWhatHappens() {
        var model = Town.with(PLAN);
        var fall = new Fall(model, Town.scenario(model));

        assertThat(Contradictions.inScenario(model, fall.outages(Repairs.AT_ONCE), fall.losses()))
                .containsExactlyInAnyOrder(
                        new Contradiction(Contradiction.Kind.RTO_IN_SCENARIO, "v1", "v1", 24, 44),
                        new Contradiction(Contradiction.Kind.RPO_IN_SCENARIO, "v1", "v1", 12, 24),
                        new Contradiction(Contradiction.Kind.RPO_IN_SCENARIO, "bare", "bare", 1000, Outage.NEVER));
    }
}
