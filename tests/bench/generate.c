/* Writes a tree of a given size for measuring: generate DIRECTORY ASSETS RISKS DOCUMENTS.
 * The same arguments give the same bytes. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PEOPLE = 40, DEPARTMENTS = 12 };

static const char *const phrases[] = {
    "情報資産の取扱いは、",
    "部門管理者が定めた範囲において、",
    "利用者は業務上必要な場合に限り、",
    "記録を3年間保管し、",
    "委託先との契約に基づいて、",
    "アクセス権を申請する者は、",
    "四半期ごとに点検し、",
    "サーバの更新を行うときは、",
    "ISO/IEC 27001:2022 の箇条に従い、",
    "変更の内容を台帳に記入し、",
    "責任者の承認を得て実施する。",
    "結果を委員会に報告する。",
    "例外を認める場合は期限を定める。",
    "退職者のアカウントを当日中に停止する。",
    "バックアップから復元できることを確かめる。",
    "教育の受講を記録する。",
    "暗号化した媒体だけを持ち出すことができる。",
    "違反が疑われるときは直ちに届け出る。",
};

static uint64_t state = 88172645463325252u;

static unsigned any(unsigned below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state % below);
}

static FILE *file(const char *directory, const char *format, ...)
{
    char name[256], path[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *stream = fopen(path, "w");
    if (!stream) {
        perror(path);
        exit(1);
    }
    return stream;
}

static int sentence(FILE *stream)
{
    int length = 0;
    for (int parts = 2 + (int)any(3); parts > 0; parts--) {
        const char *phrase = phrases[any(10)];
        length += (int)strlen(phrase) / 3;
        fputs(phrase, stream);
    }
    const char *end = phrases[10 + any(8)];
    fputs(end, stream);
    return length + (int)strlen(end) / 3;
}

static void write_organization(const char *directory)
{
    FILE *stream = file(directory, "tekigo.yaml");
    fputs("organization:\n  name: {ja: 測定用株式会社, en: Benchmark Ltd.}\n  standard: \"ISO/IEC 27001:2022\"\n"
          "languages: [ja]\ndate: 2026-10-15\nrisk: {method: ipa}\n",
          stream);
    fclose(stream);
    stream = file(directory, "people.yaml");
    for (int i = 1; i <= PEOPLE; i++)
        fprintf(stream, "- {id: P-%02d, name: 担当 %02d, position: 担当者, department: D-%02d}\n", i, i,
                i % DEPARTMENTS + 1);
    fclose(stream);
    stream = file(directory, "departments.yaml");
    for (int i = 1; i <= DEPARTMENTS; i++)
        fprintf(stream, "- {id: D-%02d, name: 第%d部門, manager: P-%02d}\n", i, i, i);
    fclose(stream);
}

static void write_assets(const char *directory, int count)
{
    FILE *stream = NULL;
    for (int i = 1; i <= count; i++) {
        if ((i - 1) % 500 == 0) {
            if (stream)
                fclose(stream);
            stream = file(directory, "assets/part-%03d.yaml", i / 500 + 1);
        }
        fprintf(stream,
                "- id: A-%04d\n  category: 業務分類%u\n  name: 情報資産その%d\n  note: 契約書と図面を含む\n"
                "  users: 全従業員\n  owner: P-%02u\n  department: D-%02u\n  medium: サーバ（本社）\n  type: primary\n"
                "  personal_data: none\n  confidentiality: %u\n  integrity: %u\n  availability: %u\n"
                "  classification: 社外秘\n  retention: 5年\n  retention_start: 契約終了日\n  registered: 2026-04-01\n",
                i, any(9) + 1, i, any(PEOPLE) + 1, any(DEPARTMENTS) + 1, any(3) + 1, any(3) + 1, any(3) + 1);
    }
    if (stream)
        fclose(stream);
}

static void write_risks(const char *directory, int count, int assets)
{
    FILE *stream = NULL;
    for (int i = 1; i <= count; i++) {
        if ((i - 1) % 300 == 0) {
            if (stream)
                fclose(stream);
            stream = file(directory, "risks/part-%03d.yaml", i / 300 + 1);
        }
        unsigned owner = any(PEOPLE) + 1;
        fprintf(stream, "- id: R-%04d\n  approach: asset\n  assets: [A-%04u, A-%04u]\n  source: ", i,
                (unsigned)((2 * i - 2) % assets + 1), (unsigned)((2 * i - 1) % assets + 1));
        fputs("更新されていない装置", stream);
        fprintf(stream, "\n  area: 生産\n  event: ");
        sentence(stream);
        fprintf(stream, "\n  consequence: ");
        sentence(stream);
        fprintf(stream,
                "\n  lost: [confidentiality]\n  owner: P-%02u\n  department: D-%02u\n  first: {threat: %u, "
                "vulnerability: %u}\n"
                "  option: reduce\n  controls: [\"8.8\", \"8.13\", \"5.%u\"]\n  treatment: 更新の手順を定め、記録する\n"
                "  status: done\n  second: {threat: 1, vulnerability: 1}\n",
                owner, any(DEPARTMENTS) + 1, any(3) + 1, any(3) + 1, any(37) + 1);
    }
    if (stream)
        fclose(stream);
}

static void write_controls(const char *directory, int documents)
{
    static const int sizes[] = {37, 8, 14, 34};
    FILE *stream = file(directory, "soa.csv");
    fputs("id,applicable,status,reason,documents\n", stream);
    for (int theme = 0; theme < 4; theme++)
        for (int i = 1; i <= sizes[theme]; i++)
            fprintf(stream, "%d.%d,true,implemented,管理策%d.%dは業務に必要である,C-%03u\n", theme + 5, i, theme + 5, i,
                    any((unsigned)documents) + 1);
    fclose(stream);
}

static void write_approvals(const char *directory, int documents)
{
    FILE *stream = file(directory, "approvals.yaml");
    for (int i = 1; i <= documents; i++)
        fprintf(stream,
                "- {id: AP-%03d, document: C-%03d, version: \"1.0\", role: approver, person: P-02, date: 2026-04-01}\n",
                i, i);
    fclose(stream);
}

static void write_document(const char *directory, int number)
{
    FILE *stream = file(directory, "policies/C-%03d.md", number);
    fprintf(stream,
            "---\nid: C-%03d\ntitle: 第%d規程\nlevel: standard\nversion: \"1.0\"\nauthor: P-01\napprover: P-02\n"
            "issued: 2026-04-01\nnext_review: 2027-04-01\nclauses: [%s]\n---\n\n",
            number, number,
            number == 1 ? "\"6.2\", \"7.2\", \"8.1\", \"8.3\", \"9.1\", \"9.2.2\", \"9.3.3\", \"10.2\"" : "\"5.2\"");
    int wanted = 1500 + (int)any(3500), length = 0;
    for (int section = 1; length < wanted; section++) {
        fprintf(stream, "# 定め %d\n\n", section);
        for (int paragraph = 0; paragraph < 3; paragraph++) {
            for (int i = 0; i < 3; i++)
                length += sentence(stream);
            fputs("\n\n", stream);
        }
        for (int item = 0; item < 4; item++) {
            fputs("- ", stream);
            length += sentence(stream);
            fputc('\n', stream);
        }
        fputs("\n| 区分 | 定め | 記録 |\n|---|---|---|\n", stream);
        for (int row = 0; row < 3; row++) {
            fprintf(stream, "| 区分%d | ", row + 1);
            length += sentence(stream);
            fputs(" | 台帳 |\n", stream);
        }
        fputc('\n', stream);
    }
    fclose(stream);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: generate DIRECTORY ASSETS RISKS DOCUMENTS\n", stderr);
        return 2;
    }
    const char *directory = argv[1];
    int assets = atoi(argv[2]), risks = atoi(argv[3]), documents = atoi(argv[4]);
    static const char *const folders[] = {"", "/assets", "/risks", "/policies"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s%s", directory, folders[i]);
        mkdir(path, 0777);
    }
    write_organization(directory);
    write_assets(directory, assets);
    write_risks(directory, risks, assets);
    write_controls(directory, documents);
    write_approvals(directory, documents);
    for (int i = 1; i <= documents; i++)
        write_document(directory, i);
    return 0;
}
