package noroshi.shelters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data catalogue's entry: DCAT 3 in JSON-LD, one dataset with its files. */
final class Catalogue {

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private Catalogue() {}

    static Map<String, Object> of(String government, String name, String base) {
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("@id", base + "/shelters/catalog.jsonld#shelters");
        dataset.put("dct:identifier", "noroshi-shelters-" + government);
        dataset.put("dct:title", name + " 避難所・避難場所と開設状況");
        dataset.put("dct:description", "指定緊急避難場所・指定避難所の一覧（自治体標準オープンデータセット）と、開設状況・避難者数・混雑・不足。変わるたびに数秒で更新します。");
        dataset.put("dct:publisher", Map.of("@type", "foaf:Organization", "foaf:name", name));
        dataset.put("dct:language", "ja");
        dataset.put("dct:license", Map.of("@id", LICENCE));
        dataset.put("dcat:keyword", List.of("避難所", "指定緊急避難場所", "防災"));
        dataset.put("dcat:landingPage", Map.of("@id", base + "/shelters/"));
        dataset.put(
                "dcat:distribution",
                List.of(
                        file(base, "shelters.csv", "避難所の一覧（自治体標準オープンデータセット、39列）", "text/csv"),
                        file(base, "status.csv", "開設状況", "text/csv"),
                        file(base, "shelters.json", "一覧と開設状況", "application/json"),
                        file(base, "shelters.geojson", "位置と開設状況", "application/geo+json"),
                        file(base, "sip4d.zip", "SIP4D-ZIP 01-001-01 避難所", "application/zip")));
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put(
                "@context",
                Map.of(
                        "dcat", "http://www.w3.org/ns/dcat#",
                        "dct", "http://purl.org/dc/terms/",
                        "foaf", "http://xmlns.com/foaf/0.1/"));
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("@id", base + "/shelters/catalog.jsonld");
        catalogue.put("dct:title", name + " 避難所のオープンデータ");
        catalogue.put("dcat:dataset", List.of(dataset));
        return catalogue;
    }

    private static Map<String, Object> file(String base, String file, String title, String type) {
        var one = new LinkedHashMap<String, Object>();
        one.put("@type", "dcat:Distribution");
        one.put("dct:title", title);
        one.put("dcat:downloadURL", Map.of("@id", base + "/shelters/" + file));
        one.put("dcat:mediaType", type);
        return one;
    }
}
