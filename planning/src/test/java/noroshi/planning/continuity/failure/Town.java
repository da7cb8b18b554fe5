package noroshi.planning.continuity.failure;

import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.ModelFile;
import noroshi.planning.continuity.Scenario;

/** A small town for tests: a hall in a flooded valley, an annex on a hill. */
final class Town {

    private static final String FRAME = """
            {"name":"町",
             "zones":[{"id":"valley","name":"谷","water_m":6,"area":[[141,38],[141.1,38],[141.1,38.1],[141,38.1]]},
                      {"id":"pond","name":"池","water_m":9,"area":[[141.04,38.04],[141.06,38.04],[141.06,38.06],[141.04,38.06]]}],
             "repairs":[{"id":"day","hours":24},{"id":"work","hours":10}],
             "buildings":[
              {"id":"hall","name":"役場","position":[141.02,38.02],"elevation_m":2,"washed_away_m":5,"withstands_intensity":6.5,"repair":"day"},
              {"id":"low","name":"支所","position":[141.05,38.05],"elevation_m":2,"repair":"day"},
              {"id":"hill","name":"高台","position":[140.9,38.05],"elevation_m":40}],
             %s}""";

    static Model with(String parts) {
        return ModelFile.read(FRAME.formatted(parts));
    }

    static Scenario scenario(Model model) {
        return model.scenarios().firstEntry().getValue();
    }

    private Town() {}
}
