package noroshi.acceptance;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Fills the forms of pages as a person would: what is already in the fields stays, what is given is written in. */
public final class Forms {

    private Forms() {}

    /** Submits the form of that page which has all the given fields. */
    public static Answer submit(Http http, Answer page, Map<String, String> given) throws IOException {
        var form = page.page().select("form").stream()
                .map(FormElement.class::cast)
                .filter(each ->
                        given.keySet().stream().allMatch(name -> each.selectFirst("[name='" + name + "']") != null))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No form with " + given.keySet() + " on " + page));
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(given);
        return http.post(target(form, page.url()), fields);
    }

    private static String target(Element form, String page) {
        var action = form.absUrl("action");
        return action.isEmpty() ? page : action;
    }
}
