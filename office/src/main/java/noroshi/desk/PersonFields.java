package noroshi.desk;

import java.util.Locale;
import java.util.Map;
import noroshi.persons.Consent;
import noroshi.persons.PersonFacts;
import noroshi.persons.Sex;

/** What was typed into the form of a person. */
public record PersonFields(Map<String, String> typed) {

    public PersonFields {
        typed = Map.copyOf(typed);
    }

    public String at(String name) {
        return typed.getOrDefault(name, "");
    }

    /** @throws IllegalArgumentException with a Japanese sentence */
    PersonFacts facts() {
        return new PersonFacts(
                at("family"),
                at("given"),
                at("familyKana"),
                at("givenKana"),
                at("otherNames"),
                at("sex").isEmpty() ? Sex.UNKNOWN : Sex.valueOf(at("sex").toUpperCase(Locale.ROOT)),
                at("born"),
                at("age"),
                at("prefecture"),
                at("city"),
                at("town"),
                at("street"),
                at("description"));
    }

    Consent consent() {
        return at("consent").isEmpty() ? Consent.UNKNOWN : Consent.of(at("consent"));
    }
}
