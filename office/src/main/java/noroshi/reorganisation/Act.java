package noroshi.reorganisation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.people.Contact;

/** One step of a plan. Departments are named by their codes; acts take effect in their order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Act.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Act.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Act.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Act.Close.class, name = "close"),
    @JsonSubTypes.Type(value = Act.Readdress.class, name = "readdress")
})
public sealed interface Act {

    /** 新設. @param parent "" for none */
    record Found(String code, String name, String parent, Contact contact) implements Act {}

    /** 移動・改称: the code, and with it the address, stays. @param parent "" for none */
    record Move(String code, String name, String parent) implements Act {}

    /** 統合: those in {@code from} end, all they hold goes to {@code into}. */
    record Merge(List<String> from, String into) implements Act {

        public Merge {
            from = List.copyOf(new LinkedHashSet<>(from));
        }
    }

    /**
     * 分割: series, articles and officers go where a rule says, everything else to the heir. A rule for an article stands above the one for its series.
     *
     * @param heir may be {@code from} itself, which then goes on
     * @param series code of the series → department; its articles of {@code from} go with it
     * @param articles number → department; @param officers login → department
     */
    record Split(
            String from,
            String heir,
            Map<String, String> series,
            Map<Long, String> articles,
            Map<String, String> officers)
            implements Act {

        public Split {
            series = Map.copyOf(new LinkedHashMap<>(series));
            articles = Map.copyOf(new LinkedHashMap<>(articles));
            officers = Map.copyOf(new LinkedHashMap<>(officers));
        }
    }

    /** 廃止. @param successor "" for none: only for a department that holds nothing */
    record Close(String code, String successor) implements Act {}

    /** 連絡先の変更. */
    record Readdress(String code, Contact contact) implements Act {}

    /** The departments that it changes, as far as they exist before it. */
    default Set<String> touched() {
        return switch (this) {
            case Found found -> Set.of(found.code());
            case Move move -> Set.of(move.code());
            case Merge merge -> {
                var all = new LinkedHashSet<>(merge.from());
                all.add(merge.into());
                yield all;
            }
            case Split split -> {
                var all = new LinkedHashSet<String>(List.of(split.from(), split.heir()));
                all.addAll(split.series().values());
                all.addAll(split.articles().values());
                all.addAll(split.officers().values());
                yield all;
            }
            case Close close ->
                close.successor().isEmpty() ? Set.of(close.code()) : Set.of(close.code(), close.successor());
            case Readdress readdress -> Set.of(readdress.code());
        };
    }

    /** What officers call it. */
    default String japanese() {
        return switch (this) {
            case Found found -> "新設";
            case Move move -> "移動・改称";
            case Merge merge -> "統合";
            case Split split -> "分割";
            case Close close -> "廃止";
            case Readdress readdress -> "連絡先の変更";
        };
    }
}
