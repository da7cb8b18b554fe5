package noroshi.shelters;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import noroshi.shelters.ImportRow.Verdict;
import noroshi.standards.opendata.Place;
import noroshi.standards.opendata.Reading;
import org.jspecify.annotations.Nullable;

/** Holds a list against what is there: each row adds, changes, joins, or changes nothing. Pure. */
final class ImportPlan {

    private final String kind;
    private final Map<Place.Key, Known> keys;
    private final Map<Long, Shelter> places;
    private final Map<Long, List<Place.Key>> keysOfPlaces = new HashMap<>();
    private final Instant now;
    private final Map<String, List<Shelter>> byNameAndAddress = new HashMap<>();

    /** @param made its list made the place */
    record Known(long place, boolean made) {}

    /** A row and what the place shall be; null: reported. */
    record Step(
            ImportRow row, @Nullable Place place, @Nullable Master master) {}

    ImportPlan(String kind, Map<Place.Key, Known> keys, Collection<Shelter> places, Instant now) {
        this.kind = kind;
        this.keys = keys;
        this.now = now;
        keys.forEach((key, known) -> keysOfPlaces
                .computeIfAbsent(known.place(), id -> new ArrayList<>())
                .add(key));
        this.places = new HashMap<>();
        for (var place : places) {
            this.places.put(place.id(), place);
            byNameAndAddress
                    .computeIfAbsent(
                            spoken(place.master().name(), place.master().address()), s -> new ArrayList<>())
                    .add(place);
        }
    }

    List<Step> of(Reading reading) {
        var steps = new ArrayList<Step>();
        for (var place : reading.accepted()) steps.add(step(place));
        for (var one : reading.reported())
            steps.add(new Step(
                    new ImportRow(one.line(), one.name(), Verdict.REPORTED, one.reason(), null, null), null, null));
        steps.sort(java.util.Comparator.comparingInt(step -> step.row().line()));
        return steps;
    }

    private Step step(Place place) {
        var row = Master.of(place, kind);
        var known = keys.get(place.key());
        var there = known == null ? null : places.get(known.place());
        if (known != null && there != null) {
            boolean alone = keysOf(there).size() == 1;
            var master = alone ? row : there.master().retold(row, known.made());
            var changes = changes(there.master(), master);
            return step(place, changes.isEmpty() ? Verdict.SAME : Verdict.CHANGED, changes, there.id(), master);
        }
        var twin = twin(place);
        if (twin == null) return step(place, Verdict.ADDED, "", null, row);
        return step(
                place,
                Verdict.JOINED,
                "名称と住所が同じ「%s」の番号に加えます。".formatted(twin.master().name()),
                twin.id(),
                twin.master().retold(row, false));
    }

    private List<Place.Key> keysOf(Shelter shelter) {
        return keysOfPlaces.getOrDefault(shelter.id(), List.of());
    }

    private Step step(Place place, Verdict verdict, String detail, @Nullable Long id, Master master) {
        var words = new ArrayList<String>();
        if (!detail.isEmpty()) words.add(detail);
        words.addAll(place.remarks());
        var count = place.count();
        if (count != null && count.at() != null && isAhead(count.at(), now))
            words.add("人数の時点が先の時刻です。人数は取り込みません。年月日を確かめてください。");
        return new Step(
                new ImportRow(place.line(), place.name(), verdict, String.join(" ", words), id, place.key()),
                place,
                master);
    }

    /** A report of the future would stand against every true one until then. */
    static boolean isAhead(Instant told, Instant now) {
        return told.isAfter(now.plus(ReportShelter.AHEAD_MAX));
    }

    /** The one shelter of the same name and address that another list brought: both lists say that it is the same place. */
    private @Nullable Shelter twin(Place place) {
        if (!kind.equals(Master.SHELTER) || place.address().isEmpty()) return null;
        var same = byNameAndAddress.getOrDefault(spoken(place.name(), place.address()), List.of()).stream()
                .filter(one -> keysOf(one).stream().noneMatch(key -> isSameList(key, place)))
                .toList();
        return same.size() == 1 ? same.getFirst() : null;
    }

    /**
     * Two rows of one list are two places, whatever they are called. The GSI's two lists share a numbering; the third digit from the end tells
     * the lists apart (2: 指定緊急避難場所, 1: 指定避難所).
     */
    private static boolean isSameList(Place.Key key, Place place) {
        if (!key.scheme().equals(place.key().scheme())) return false;
        return !key.scheme().equals("gsi") || listDigit(key) == listDigit(place.key());
    }

    private static char listDigit(Place.Key key) {
        return key.id().length() < 3 ? ' ' : key.id().charAt(key.id().length() - 3);
    }

    private static String spoken(String name, String address) {
        return Normalizer.normalize(name + "|" + address.replaceFirst("^.{2,3}[都道府県]", ""), Normalizer.Form.NFKC)
                .replaceAll("[\\s・の‐−ー-]", "");
    }

    /** In words: which facts change from what to what. */
    private static String changes(Master before, Master after) {
        var words = new ArrayList<String>();
        change(words, "名称", before.name(), after.name());
        change(words, "読み", before.kana(), after.kana());
        change(words, "住所", before.address(), after.address());
        change(words, "地区", before.district(), after.district());
        change(words, "電話番号", before.phone(), after.phone());
        change(words, "位置", String.valueOf(before.position()), String.valueOf(after.position()));
        change(words, "指定", before.designation().japanese(), after.designation().japanese());
        change(words, "収容人数", String.valueOf(before.capacity()), String.valueOf(after.capacity()));
        if (!before.hazards().equals(after.hazards())) words.add("災害の種類");
        if (words.isEmpty() && !before.equals(after)) words.add("そのほかの項目");
        return String.join("、", words);
    }

    private static void change(List<String> words, String label, String before, String after) {
        if (!Objects.equals(before, after))
            words.add(label.equals("位置") ? label : "%s「%s」→「%s」".formatted(label, before, after));
    }
}
