package noroshi.inquiries;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.people.DepartmentUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inquiries go with the department that answers them, answered ones too: whoever asks again finds who knows of it. */
@Component
class InquiryDepartments implements DepartmentUse {

    private final JdbcClient sql;

    InquiryDepartments(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String what() {
        return "問い合わせ";
    }

    @Override
    public Map<String, Integer> counts(String government) {
        return sql
                .sql("select department, count(*)::int from inquiry where government = :government group by department")
                .param("government", government)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<String> move(String government, String from, String to) {
        return sql.sql("""
                        update inquiry set department = :to, version = version + 1
                         where government = :government and department = :from returning number
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list();
    }

    @Override
    public void moveBack(String government, Collection<String> keys, String from, String to) {
        sql.sql("""
                        update inquiry set department = :from, version = version + 1
                         where government = :government and department = :to and number = any(:numbers)
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .param("numbers", keys.toArray(String[]::new))
                .update();
    }
}
