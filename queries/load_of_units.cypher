// title: 各单位承担的任务数
// param region: list of region =  — 地区(可多个,不填为全部) — e.g. 青岚市
// columns: unit text, name text, region text, lead int, support int, responsible int, tasks int
MATCH (u:Unit)-[:IN_REGION]->(r:Region)
WHERE size($region) = 0 OR r.id IN $region
MATCH (u)<-[a:ASSIGNED]-(t:Task)
RETURN u.id AS unit, u.name AS name, r.name AS region,
       count(CASE WHEN a.role = 'lead' THEN 1 END) AS lead,
       count(CASE WHEN a.role = 'support' THEN 1 END) AS support,
       count(CASE WHEN a.role = 'responsible' THEN 1 END) AS responsible,
       count(DISTINCT t.id) AS tasks
ORDER BY tasks DESC, unit SKIP $offset LIMIT $limit
