package noroshi.planning.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldTest {

    private final Faults faults = new Faults();

    private enum Power {
        GRID,
        OWN_GENERATOR
    }

    @Test
    void whatIsRightIsRead() {
        var field = Field.read("""
                {"id":"a","capacity":2.5,"count":3,"lit":true,"power":"own-generator","path":[[140.9,38.3]],
                 "names":["x","y"],"inner":{"z":1},"items":[{"id":"b"}],"comment":"for people"}""", faults);

        assertThat(field.text("id")).isEqualTo("a");
        assertThat(field.number("capacity", 0, 10)).isEqualTo(2.5);
        assertThat(field.whole("count", 0, 10)).isEqualTo(3);
        assertThat(field.truth("lit", false)).isTrue();
        assertThat(field.choice("power", Power.class, Power.GRID)).isEqualTo(Power.OWN_GENERATOR);
        assertThat(field.pairs("path")).containsExactly(new double[] {140.9, 38.3});
        assertThat(field.texts("names")).containsExactly("x", "y");
        assertThat(field.in("inner").whole("z", 0, 1)).isEqualTo(1);
        assertThat(field.items("items").getFirst().text("id")).isEqualTo("b");
        field.nothingElse();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void everyFaultIsListedWithItsPlace() {
        var field = Field.read("""
                {"capacity":-1,"count":1.5,"lit":"yes","power":"sun","path":[[1]],"names":[7],"items":[3,{"weight":"a"}],
                 "capcity":1}""", faults);

        field.text("id");
        field.number("capacity", 0, 10);
        field.whole("count", 0, 10);
        field.truth("lit", false);
        field.choice("power", Power.class, Power.GRID);
        field.pairs("path");
        field.texts("names");
        field.items("items").forEach(item -> item.number("weight", 0, 1));
        field.nothingElse();

        assertThat(faults.all())
                .extracting(Faults.Fault::place)
                .containsExactly(
                        "/id",
                        "/capacity",
                        "/count",
                        "/lit",
                        "/power",
                        "/path/0",
                        "/names/0",
                        "/items/0",
                        "/items/1/weight",
                        "/capcity");
        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("/capacity: must be a number from 0 to 10, not -1")
                .hasMessageContaining("/power: must be one of grid, own-generator, not \"sun\"");
    }

    @Test
    void whatIsNoJsonSaysWhere() {
        assertThatThrownBy(() -> Field.read("{\"id\": \"a\",\n  oops}", faults)).hasMessageContaining("line 2");
        assertThatThrownBy(() -> Field.read("[]", new Faults())).hasMessageContaining("one JSON object");
        assertThatThrownBy(() -> Field.read("{\"a\":1,\"a\":2}", new Faults())).hasMessageContaining("uplicate");
    }

    @Test
    void anIdIsThereOnceAndWhoeverIsNamedIsThere() {
        var names = new Names<String>("building");
        var field = Field.read("""
                {"items":[{"id":"a"},{"id":"a"},{}],"at":"b","also":["a","c"]}""", faults);
        field.items("items").forEach(item -> names.add(item, "A"));

        assertThat(names.of(field, "at")).isEmpty();
        assertThat(names.all(field, "also")).containsExactly("A");
        assertThat(faults.all())
                .extracting(Faults.Fault::toString)
                .containsExactly(
                        "/items/1/id: the building 'a' is there twice",
                        "/items/2/id: is missing: every building has one",
                        "/at: there is no building 'b'",
                        "/also: there is no building 'c'");
    }
}
