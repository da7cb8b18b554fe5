package noroshi.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import noroshi.platform.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever goes wrong under {@code /api/} as RFC 9457 problem+json: what, where, what to do. */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final JsonMapper json;

    ApiProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) return null;
        try {
            write(problemOf(problem), request, response);
        } catch (IOException e) {
            log.debug("The caller of {} went away: {}", request.getRequestURI(), e.toString());
        }
        return new ModelAndView();
    }

    void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:noroshi:problem:" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("detailEnglish", problem.english());
        body.put("instance", request.getRequestURI());
        if (!problem.places().isEmpty())
            body.put(
                    "errors",
                    problem.places().stream()
                            .map(place -> Map.of("pointer", place.pointer(), "detail", place.detail()))
                            .toList());
        body.putAll(problem.more());
        response.setStatus(problem.status());
        if (problem.status() == 503) response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
        if (problem.status() == 401) response.setHeader("WWW-Authenticate", "Bearer realm=\"noroshi\"");
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }

    private static ApiProblem problemOf(Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (cause instanceof ApiProblem api) return api;
        if (problem instanceof HttpMessageNotReadableException || problem instanceof TypeMismatchException)
            return known(400);
        if (isUnkeepable(problem)) return known(400);
        if (problem instanceof ErrorResponse known)
            return known(known.getStatusCode().value());
        if (problem instanceof TransactionException
                || problem instanceof DataAccessResourceFailureException
                || problem instanceof TransientDataAccessException) return busy();
        log.error("A call of the API failed.", problem);
        return ApiProblem.of(
                500,
                "internal",
                "内部エラー",
                "庁内システムの不具合で処理できませんでした。変更は保存されていません。時間をおいてもう一度送り、続くときは管理者に連絡してください。",
                "The office failed on this call; nothing was changed. Try again later; tell the administrator if it persists.");
    }

    /** A value that PostgreSQL cannot hold (SQLSTATE class 22), such as U+0000: the caller's fault, not ours. */
    private static boolean isUnkeepable(Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith("22")) return true;
        return false;
    }

    private static ApiProblem busy() {
        return ApiProblem.of(
                503,
                "busy",
                "一時的に処理できません",
                "データベースに接続できません。数秒後に同じ内容をもう一度送ってください（Idempotency-Key を付けると二重登録になりません）。",
                "The database is not reachable. Send the same request again in a few seconds, with the same Idempotency-Key.");
    }

    private static ApiProblem known(int status) {
        return switch (status) {
            case 404 ->
                ApiProblem.of(
                        404,
                        "not-found",
                        "見つかりません",
                        "この番地に機能はありません。GET /api/v1/openapi.json で番地を確かめてください。",
                        "There is nothing at this address. See GET /api/v1/openapi.json.");
            case 405 ->
                ApiProblem.of(
                        405,
                        "method",
                        "使えない操作です",
                        "この番地ではこの HTTP メソッドは使えません。GET /api/v1/openapi.json で確かめてください。",
                        "This address does not offer this method. See GET /api/v1/openapi.json.");
            case 406 ->
                ApiProblem.of(
                        406,
                        "not-acceptable",
                        "求められた形式では答えられません",
                        "Accept に application/json を指定してください。",
                        "Send Accept: application/json.");
            case 415 ->
                ApiProblem.of(
                        415,
                        "media-type",
                        "本文の形式が違います",
                        "Content-Type を確かめてください。記事は application/json です。",
                        "Check the Content-Type; articles are application/json.");
            default ->
                ApiProblem.of(
                        status,
                        "bad-request",
                        "要求が正しくありません",
                        "要求の形を GET /api/v1/openapi.json と比べてください。",
                        "Compare the request with GET /api/v1/openapi.json.");
        };
    }
}
