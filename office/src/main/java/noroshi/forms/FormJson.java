package noroshi.forms;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Definitions and values as they stand in the database. */
final class FormJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Definition(List<Field> fields, String template, boolean happening) {}

    private record Data(Map<String, List<String>> parts, String more) {}

    private FormJson() {}

    static String definition(Form form) {
        return JSON.writeValueAsString(new Definition(form.fields(), form.template(), form.happening()));
    }

    static Form form(String code, String series, String name, int version, String definition) {
        var read = JSON.readValue(definition, Definition.class);
        return new Form(code, series, name, version, read.fields(), read.template(), read.happening());
    }

    static String values(Values values) {
        return JSON.writeValueAsString(new Data(values.parts(), values.more()));
    }

    static Values values(String data) {
        var read = JSON.readValue(data, Data.class);
        return new Values(read.parts(), read.more());
    }

    static String any(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
