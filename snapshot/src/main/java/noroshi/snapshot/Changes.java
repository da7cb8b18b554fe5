package noroshi.snapshot;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one publish changes; everything unnamed stays. A key both set and removed is set.
 *
 * @param settings null keeps the present ones (the first publish must tell them)
 */
public record Changes(
        Map<Key, Timeline<Value>> records,
        Set<Key> removed,
        Map<String, Timeline<List<Part>>> slots,
        Set<String> removedSlots,
        Map<String, Form> forms,
        Set<String> removedForms,
        @Nullable Settings settings) {
    public Changes {
        records = Map.copyOf(records);
        removed = Set.copyOf(removed);
        slots = Map.copyOf(slots);
        removedSlots = Set.copyOf(removedSlots);
        forms = Map.copyOf(forms);
        removedForms = Set.copyOf(removedForms);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects changes; later calls for the same name win. */
    public static final class Builder {
        private final Map<Key, Timeline<Value>> records = new LinkedHashMap<>();
        private final Set<Key> removed = new LinkedHashSet<>();
        private final Map<String, Timeline<List<Part>>> slots = new LinkedHashMap<>();
        private final Set<String> removedSlots = new LinkedHashSet<>();
        private final Map<String, Form> forms = new LinkedHashMap<>();
        private final Set<String> removedForms = new LinkedHashSet<>();
        private @Nullable Settings settings;

        public Builder put(Key key, Value value) {
            return put(key, Timeline.always(value));
        }

        public Builder put(Key key, Timeline<Value> timeline) {
            records.put(key, timeline);
            removed.remove(key);
            return this;
        }

        public Builder remove(Key key) {
            records.remove(key);
            removed.add(key);
            return this;
        }

        public Builder slot(String name, List<Part> parts) {
            return slot(name, Timeline.always(parts));
        }

        public Builder slot(String name, Timeline<List<Part>> timeline) {
            slots.put(name, timeline);
            removedSlots.remove(name);
            return this;
        }

        public Builder removeSlot(String name) {
            slots.remove(name);
            removedSlots.add(name);
            return this;
        }

        public Builder form(Form form) {
            forms.put(form.name(), form);
            removedForms.remove(form.name());
            return this;
        }

        public Builder removeForm(String name) {
            forms.remove(name);
            removedForms.add(name);
            return this;
        }

        public Builder settings(Settings settings) {
            this.settings = settings;
            return this;
        }

        public Changes build() {
            return new Changes(records, removed, slots, removedSlots, forms, removedForms, settings);
        }
    }
}
