package noroshi.planning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import noroshi.planning.input.Faults.Fault;
import noroshi.planning.input.Faulty;
import org.junit.jupiter.api.Test;

class NetworkFileTest {

    @Test
    void aFileWithoutFaultsIsANetwork() {
        var network = NetworkFile.json("""
                {"name":"小さな網",
                 "buildings":[{"id":"k","name":"県庁","role":"centre","longitude":140.87,"latitude":38.27},
                              {"id":"a","residents":10,"batteryHours":3}],
                 "links":[{"id":"l","from":"a","to":"k","capacityMbps":100,"path":[[140.9,38.3]],"elevationsMetres":[5]}],
                 "groups":[{"id":"g","links":["l"]}],
                 "classes":[{"id":"c","underFailure":0.5}],
                 "demands":[{"from":"a","to":"k","class":"c","mbps":2}],
                 "hazards":[{"id":"h","areas":[{"outline":[[140,38],[141,38],[141,39]],"level":3}]}],
                 "scenarios":[{"id":"s","hazards":["h"],"groups":["g"],"power":[{"hours":4}]}],
                 "candidates":[{"id":"n","from":"a","to":"k","capacityMbps":10,"buildYen":100,"monthlyYen":2,"groups":["g"]}]}
                """);

        assertThat(network.nodes()).extracting(Node::id).containsExactly("k", "a");
        assertThat(network.centres()).containsExactly(0);
        assertThat(network.offices()).extracting(Node::id).containsExactly("a");
        assertThat(network.links().getFirst().path()).hasSize(3);
        assertThat(network.demands().getFirst().mbpsBack()).isEqualTo(2);
        assertThat(network.candidates().getFirst().yen()).isEqualTo(340);
        var built = network.with(java.util.Set.copyOf(network.candidates()));
        assertThat(built.links()).hasSize(2);
        assertThat(built.groups().getFirst().links()).hasSize(2);
        assertThat(built.scenarios().getFirst().groups().getFirst().links()).hasSize(2);
        assertThat(built.candidates()).isEmpty();
    }

    @Test
    void everyFaultIsListedWithItsPlace() {
        assertThat(faults("""
                {"buildings":[{"id":"a","role":"palace","latitude":95,"longitude":140},{"id":"a"},{"id":"b","feeder":"f1"}],
                 "links":[{"id":"l","from":"a","to":"x","capacityMbps":-5},
                          {"id":"m","from":"a","to":"b","capacityMbps":10,"path":[[38,140]],"elevationsMetres":[1,2]}],
                 "groups":[{"id":"g","links":["m","z"]}],
                 "demands":[{"from":"a","to":"a","mbps":1},{"from":"a","to":"b","mbps":-1},{"from":"a","to":"b","class":"q","mbps":1}],
                 "hazards":[{"id":"h","areas":[{"outline":[[0,0],[1,1],[1,0],[0,1]],"level":3}]}],
                 "scenarios":[{"id":"s","hazards":["y"],"power":[{"feeders":["f2"],"hours":3}]}],
                 "candidates":[{"id":"m","from":"a","to":"b","capacityMbps":1,"buildYen":-1}],
                 "lan":{"segments":[{"id":"v","vlan":9,"zone":"lgwan"},{"id":"w","vlan":9,"zone":"moon"}],
                        "flows":[{"from":"v","to":"u","safeguards":["luck"]}],
                        "renewal":{"items":[{"id":"i","after":["j"]},{"id":"j","after":["i"],"building":"n"}]}},
                 "colour":"red"}
                """))
                .extracting(Fault::place)
                .contains(
                        "/buildings/0/role",
                        "/buildings/0/latitude",
                        "/buildings/1/id",
                        "/links/0/to",
                        "/links/0/capacityMbps",
                        "/links/1/path",
                        "/links/1/elevationsMetres",
                        "/groups/0/links",
                        "/demands/0/to",
                        "/demands/1/mbps",
                        "/demands/2/class",
                        "/hazards/0/areas/0/outline",
                        "/scenarios/0/hazards",
                        "/scenarios/0/power/0/feeders",
                        "/candidates/0/id",
                        "/candidates/0/buildYen",
                        "/lan/segments/1/vlan",
                        "/lan/segments/1/zone",
                        "/lan/flows/0/to",
                        "/lan/flows/0/safeguards",
                        "/lan/renewal/items/0/after",
                        "/lan/renewal/items/1/after",
                        "/lan/renewal/items/1/building",
                        "/colour");
    }

    @Test
    void aDemandThatNoLinkCanCarryIsAFault() {
        assertThat(faults("""
                {"buildings":[{"id":"a"},{"id":"b"},{"id":"c"}],"links":[{"id":"l","from":"a","to":"b","capacityMbps":1}],
                 "demands":[{"from":"a","to":"b","mbps":1},{"from":"a","to":"c","mbps":1}]}""")).containsExactly(new Fault("/demands/1/to", "no links lead from 'a' to 'c'"));
    }

    @Test
    void withoutACentreTheBestJoinedNodeIsTaken() {
        var network = NetworkFile.gml("g", """
                graph [ Creator "x" node [ id 0 label "A" Longitude 140.5 Latitude 38.1 ] node [ id 1 label "B" ] node [ id 2 label "C" ]
                  edge [ source 0 target 1 LinkSpeedRaw 10000000.0 ] edge [ source 1 target 2 id "e9" ] edge [ source 1 target 2 ] ]
                """);

        assertThat(network.assumedCentre()).isEqualTo(1);
        assertThat(network.offices()).extracting(Node::name).containsExactly("A", "C");
        assertThat(network.links()).extracting(Link::capacityMbps).containsExactly(10.0, 1000.0, 1000.0);
        assertThat(network.links()).extracting(Link::id).containsExactly("e0", "e9", "e2");
        assertThat(network.buildings().getFirst().at()).isEqualTo(new Place(140.5, 38.1));
    }

    @Test
    void faultsOfGmlNameTheirLine() {
        var faulty = catchThrowableOfType(Faulty.class, () -> NetworkFile.gml("g", """
                graph [
                  node [ id 0 ]
                  node [ id 0 ]
                  node [ label "x" Latitude 91 Longitude 3 ]
                  edge [ source 0 target 7 LinkSpeedRaw -4 ]
                """));

        assertThat(faulty.faults())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder("line 3", "line 4", "line 4", "line 5", "line 5", "line 6");
    }

    @Test
    void graphMlSaysTheSame() {
        var network = NetworkFile.graphMl("g", """
                <?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="d0" for="node" attr.name="label"/><key id="d1" for="node" attr.name="Latitude"/>
                <key id="d2" for="node" attr.name="Longitude"/><key id="d3" for="edge" attr.name="LinkSpeedRaw"/>
                <graph edgedefault="undirected"><node id="a"><data key="d0">甲</data><data key="d1">38</data><data key="d2">141</data></node>
                <node id="b"/><edge source="a" target="b"><data key="d3">2000000</data></edge></graph></graphml>""");

        assertThat(network.nodes()).extracting(Node::name).containsExactly("甲", "b");
        assertThat(network.links().getFirst().capacityMbps()).isEqualTo(2);
    }

    @Test
    void graphMlThatIsNoXmlSaysWhere() {
        var faulty = catchThrowableOfType(Faulty.class, () -> NetworkFile.graphMl("g", "<graphml>\n<node id='a'>"));

        assertThat(faulty.faults()).hasSize(1);
        assertThat(faulty.faults().getFirst().place()).isEqualTo("line 2");
    }

    private static java.util.List<Fault> faults(String json) {
        return catchThrowableOfType(Faulty.class, () -> NetworkFile.json(json)).faults();
    }
}
