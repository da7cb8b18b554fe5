package noroshi.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.people.Government;
import noroshi.standards.opendata.Json;

/** The data catalogue of a government: DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) in JSON-LD. Pure. */
final class OpenDataCatalogue {

    static final String PATH = "/opendata/catalog.jsonld";
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final Government government;
    private final String base;

    /** @param base address of the government's site, without a slash at the end */
    OpenDataCatalogue(Government government, String base) {
        this.government = government;
        this.base = base;
    }

    String of(List<DataSet> sets) {
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put("@context", context());
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("@id", base + PATH);
        catalogue.put("dct:title", government.name() + " オープンデータ");
        catalogue.put("dct:description", "%sが公開するデータの一覧です。内容が変わると数秒で更新します。".formatted(government.name()));
        catalogue.put("dct:publisher", publisher());
        catalogue.put("dct:language", "ja");
        catalogue.put("dct:license", id(LICENCE));
        catalogue.put("foaf:homepage", id(base + "/opendata/"));
        var changed = sets.stream()
                .map(DataSet::changedAt)
                .filter(java.util.Objects::nonNull)
                .max(java.time.Instant::compareTo);
        changed.ifPresent(at -> catalogue.put("dct:modified", moment(at)));
        catalogue.put("dcat:dataset", sets.stream().map(this::dataSet).toList());
        return Json.write(catalogue) + "\n";
    }

    private static Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("void", "http://rdfs.org/ns/void#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    private Map<String, Object> publisher() {
        return Map.of("@type", "foaf:Organization", "@id", base + "/", "foaf:name", government.name());
    }

    private Map<String, Object> dataSet(DataSet set) {
        var one = new LinkedHashMap<String, Object>();
        one.put("@type", "dcat:Dataset");
        one.put("@id", base + PATH + "#" + set.code());
        one.put("dct:identifier", "noroshi-%s-%s".formatted(set.code(), government.code()));
        one.put("dct:title", government.name() + " " + set.title());
        one.put("dct:description", set.description());
        one.put("dct:publisher", publisher());
        one.put("dct:language", "ja");
        one.put("dct:license", id(LICENCE));
        one.put("dcat:keyword", set.keywords());
        one.put("dcat:landingPage", id(base + set.page()));
        one.put("dct:accrualPeriodicity", id("http://purl.org/cld/freq/continuous"));
        one.put("dcat:contactPoint", Map.of("@type", "vcard:Organization", "vcard:fn", government.name()));
        if (set.rows() >= 0) one.put("void:entities", set.rows());
        var changed = set.changedAt();
        if (changed != null) one.put("dct:modified", moment(changed));
        one.put("dcat:distribution", set.files().stream().map(this::file).toList());
        return one;
    }

    private Map<String, Object> file(DataSet.File file) {
        var one = new LinkedHashMap<String, Object>();
        one.put("@type", "dcat:Distribution");
        one.put("@id", base + file.path() + "#distribution");
        one.put("dct:title", file.title());
        one.put("dct:format", file.format());
        one.put("dcat:accessURL", id(base + file.path()));
        one.put("dcat:downloadURL", id(base + file.path()));
        one.put("dcat:mediaType", id(MEDIA_TYPES + file.type()));
        one.put("dct:license", id(LICENCE));
        if (!file.standard().isEmpty()) one.put("dct:conformsTo", id(file.standard()));
        return one;
    }

    private static Map<String, Object> id(String address) {
        return Map.of("@id", address);
    }

    private static Map<String, Object> moment(java.time.Instant at) {
        return Map.of(
                "@type",
                "xsd:dateTime",
                "@value",
                at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
    }
}
