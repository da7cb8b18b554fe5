package noroshi.standards.lalert;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a report tells. Each names the disaster ("" for none) and may say more in words ("" for nothing). */
public sealed interface Body {

    int ENTRIES_MAX = 10_000;

    String disaster();

    String supplement();

    /** 避難情報: how every area stands that was told of. */
    record EvacuationOrders(String disaster, String supplement, List<Detail> details) implements Body {

        public EvacuationOrders {
            details = limited(details);
        }

        /** @param sort 高齢者等避難, 避難指示 or 緊急安全確保; @param issued false: lifted */
        public record Detail(String sort, boolean issued, List<Area> areas) {

            public Detail {
                areas = limited(areas);
            }
        }

        /** @param since when it was issued or lifted there */
        public record Area(String name, OffsetDateTime since) {}
    }

    /** 避難所: those that opened or closed. */
    record Shelters(String disaster, String supplement, List<Shelter> shelters) implements Body {

        public Shelters {
            shelters = limited(shelters);
        }

        /**
         * @param type 避難所 and the like; @param sort 未開設, 開設, 閉鎖, 常設 or 不明; @param crowding 空き, 混雑, 定員一杯 or 不明
         * @param changedAt when it opened or closed; @param checkedAt as of
         * @param circle latitude, longitude and radius in km, "" where unknown; counts are null where unknown
         */
        public record Shelter(
                String name,
                String kana,
                String address,
                String circle,
                String phone,
                String type,
                String sort,
                String crowding,
                @Nullable OffsetDateTime changedAt,
                @Nullable OffsetDateTime checkedAt,
                @Nullable Integer capacity,
                @Nullable Integer people,
                @Nullable Integer voluntaryPeople,
                @Nullable Integer households,
                @Nullable Integer voluntaryHouseholds) {}
    }

    /** 災害対策本部設置状況. @param type 対策本部 or 警戒本部; @param established false: dissolved */
    record Headquarters(
            String disaster, String supplement, String type, boolean established, String name, OffsetDateTime at)
            implements Body {}

    private static <T> List<T> limited(List<T> entries) {
        if (entries.size() > ENTRIES_MAX)
            throw new IllegalArgumentException(
                    "%,d entries are more than %,d. Maybe split the report.".formatted(entries.size(), ENTRIES_MAX));
        return List.copyOf(entries);
    }
}
